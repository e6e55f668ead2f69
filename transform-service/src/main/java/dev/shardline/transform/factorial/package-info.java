/**
 * The sum of factorials f(n) = 1! + 2! + … + (n − 1)!, exactly and fast, on the JDK alone.
 *
 * <p>{@link dev.shardline.transform.factorial.FactorialSum} computes it, {@link
 * dev.shardline.transform.factorial.MemoryDemand} says beforehand how much heap that takes. Nothing
 * here knows of messages, threads or configuration.
 */
@NullMarked
package dev.shardline.transform.factorial;

import org.jspecify.annotations.NullMarked;
