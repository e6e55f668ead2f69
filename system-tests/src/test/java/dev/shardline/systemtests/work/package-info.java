/** What the tests have computed: shards, and CPU work of a team's own, some of it harmful. */
@NullMarked
package dev.shardline.systemtests.work;

import org.jspecify.annotations.NullMarked;
