/** The connection to a Kafka cluster: how it is reached, and what is told when it is not. */
@NullMarked
package dev.shardline.cli.cluster;

import org.jspecify.annotations.NullMarked;
