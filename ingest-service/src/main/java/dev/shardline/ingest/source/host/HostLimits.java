package dev.shardline.ingest.source.host;

/**
 * What a host is asked at most, however well it answers.
 *
 * @param concurrent how many requests are under way at a time, 1 or above
 * @param perSecond how many begin in a second, above zero; infinite: no limit of its own
 */
public record HostLimits(int concurrent, double perSecond) {}
