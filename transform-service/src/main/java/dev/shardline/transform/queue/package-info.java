/**
 * Taking shards off a share group: acquiring them, keeping their locks while they are computed,
 * acknowledging what is answered, giving back what is not.
 */
@NullMarked
package dev.shardline.transform.queue;

import org.jspecify.annotations.NullMarked;
