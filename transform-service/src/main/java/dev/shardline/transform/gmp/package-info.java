/**
 * The system's GNU MP library (GMP), called through {@link java.lang.foreign}: the sum of
 * factorials in native memory, several times as fast as the JDK's arithmetic from some thousands
 * on.
 *
 * <p>Only GMP's functions on arrays of words (mpn) are called, on memory that is reserved here:
 * they know of no size that would make them end the process. What can is a multiplication that
 * finds no memory for its own scratch space; so the demand of a computation is {@linkplain
 * dev.shardline.transform.gmp.NativeDemand known beforehand} and tried out before it begins.
 */
@NullMarked
package dev.shardline.transform.gmp;

import org.jspecify.annotations.NullMarked;
