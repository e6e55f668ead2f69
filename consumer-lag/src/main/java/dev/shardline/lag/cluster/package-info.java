/** Reads groups and logs from a Kafka cluster. */
@NullMarked
package dev.shardline.lag.cluster;

import org.jspecify.annotations.NullMarked;
