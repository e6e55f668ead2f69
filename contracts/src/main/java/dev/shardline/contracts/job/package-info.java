/** What names a piece of work: the job, its shards, and the record that brought it. */
@NullMarked
package dev.shardline.contracts.job;

import org.jspecify.annotations.NullMarked;
