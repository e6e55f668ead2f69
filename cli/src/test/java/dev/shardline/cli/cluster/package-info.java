/** Tests of the connection to a cluster. */
@NullMarked
package dev.shardline.cli.cluster;

import org.jspecify.annotations.NullMarked;
