/** Records on their way to Kafka, until they are durable. */
@NullMarked
package dev.shardline.transform.outbox;

import org.jspecify.annotations.NullMarked;
