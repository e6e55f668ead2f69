/** What Shardline costs over Kafka alone and over its CPU work, each measured in one run. */
@NullMarked
package dev.shardline.cli.bench;

import org.jspecify.annotations.NullMarked;
