/** What this worker is at, for whoever watches. */
@NullMarked
package dev.shardline.transform.status;

import org.jspecify.annotations.NullMarked;
