package dev.shardline.cli.bench.memory;

import java.time.Duration;

/**
 * What is measured.
 *
 * @param rounds how often, each with new processes; 1 or above
 * @param shards how many a transform service computes, 1 or above
 * @param number their number
 * @param sources how many an ingest service fetches, 1 or above
 * @param settle how long a process is left alone before it counts as idle
 */
public record MemoryPlan(int rounds, int shards, long number, int sources, Duration settle) {}
