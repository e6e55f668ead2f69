/**
 * A real Kafka broker as a child process, for a laptop and for tests. The broker's own jars are on
 * the child's class path only.
 */
@NullMarked
package dev.shardline.broker;

import org.jspecify.annotations.NullMarked;
