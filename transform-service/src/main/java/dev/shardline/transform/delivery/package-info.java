/** Records as Kafka delivers them, without Kafka's types. */
@NullMarked
package dev.shardline.transform.delivery;

import org.jspecify.annotations.NullMarked;
