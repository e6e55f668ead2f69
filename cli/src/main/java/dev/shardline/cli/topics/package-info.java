/** The topics and the share group that Shardline needs of a cluster. */
@NullMarked
package dev.shardline.cli.topics;

import org.jspecify.annotations.NullMarked;
