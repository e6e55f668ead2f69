/** What Shardline costs over Kafka alone, measured on one broker in one run. */
@NullMarked
package dev.shardline.cli.bench;

import org.jspecify.annotations.NullMarked;
