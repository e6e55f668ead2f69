/**
 * What a person and a machine want to know of a huge natural number, without writing it out in
 * decimal: how many digits, how it begins and ends, and a fingerprint that proves all of it.
 *
 * <p>{@link dev.shardline.transform.integer.IntegerSummary} gathers all four. {@link
 * dev.shardline.transform.integer.DecimalDigits} writes it out all the same, and {@link
 * dev.shardline.transform.integer.Product} multiplies; what takes long has checkpoints at which it
 * can be abandoned. On the JDK alone.
 */
@NullMarked
package dev.shardline.transform.integer;

import org.jspecify.annotations.NullMarked;
