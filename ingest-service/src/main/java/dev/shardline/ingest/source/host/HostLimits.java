package dev.shardline.ingest.source.host;

import java.time.Duration;

/**
 * What a host is asked at most, however well it answers.
 *
 * @param concurrent how many requests are under way at a time, 1 or above
 * @param perSecond how many begin in a second, above zero; infinite: no limit of its own
 * @param longestPause how long it is left alone at most, whatever it asks for: then one request
 *     asks again, and is answered by what comes of it
 */
public record HostLimits(int concurrent, double perSecond, Duration longestPause) {}
