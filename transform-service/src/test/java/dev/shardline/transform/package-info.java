/** The service against a real broker. */
@NullMarked
package dev.shardline.transform;

import org.jspecify.annotations.NullMarked;
