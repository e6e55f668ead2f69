/** Jobs that are to be ended before their time. */
@NullMarked
package dev.shardline.transform.cancellation;

import org.jspecify.annotations.NullMarked;
