/**
 * What is known of the attempts at a shard, and what follows from it: a shard that kills its
 * workers is found and given up, its neighbours are not.
 */
@NullMarked
package dev.shardline.transform.attempt;

import org.jspecify.annotations.NullMarked;
