package dev.shardline.cli.stack;

/**
 * The workers of an ingest service.
 *
 * @param count how many sources are fetched at a time, 1 to 1000
 * @param threads {@code platform} or {@code virtual}
 */
public record IngestWorkers(int count, String threads) {}
