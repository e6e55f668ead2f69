package dev.shardline.contracts.result;

import org.jspecify.annotations.Nullable;

/**
 * What a result says of the integer that was computed.
 *
 * @param digits how many decimal digits it has, sign excluded; 0 has one
 * @param sha256 hash of its magnitude as unsigned big-endian bytes without leading zeros (0 is one
 *     zero byte), as 64 lower-case hexadecimal digits: the proof that the whole integer was
 *     computed
 * @param leading its first decimal digits, 20 or all if it has fewer
 * @param trailing its last decimal digits, 20 or all if it has fewer
 * @param decimal all its digits; null unless they were asked for
 */
public record IntegerValue(
    long digits, String sha256, String leading, String trailing, @Nullable DecimalText decimal) {}
