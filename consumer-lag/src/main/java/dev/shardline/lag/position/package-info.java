/** What positions and offsets say of the records that are not processed; arithmetic alone. */
@NullMarked
package dev.shardline.lag.position;

import org.jspecify.annotations.NullMarked;
