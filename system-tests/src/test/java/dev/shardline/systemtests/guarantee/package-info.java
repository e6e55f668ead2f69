/**
 * What the design guarantees, a test class of its name each: asserted through the ledger of {@code
 * shardline verify} and through an independent reader of the topics.
 */
@NullMarked
package dev.shardline.systemtests.guarantee;

import org.jspecify.annotations.NullMarked;
