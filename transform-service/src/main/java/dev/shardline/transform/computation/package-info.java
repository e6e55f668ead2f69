/** From a shard to a value or the reason why there is none: plain Java, no messaging. */
@NullMarked
package dev.shardline.transform.computation;

import org.jspecify.annotations.NullMarked;
