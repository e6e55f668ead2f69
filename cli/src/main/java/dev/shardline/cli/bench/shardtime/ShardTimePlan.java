package dev.shardline.cli.bench.shardtime;

/**
 * What is measured.
 *
 * @param single how many shards come one at a time, 1 or above
 * @param tiny how many tiny ones come at once, 1 or above
 * @param large how many long ones come at once, 1 or above
 * @param number of a long one
 * @param rounds how often, 1 or above
 */
public record ShardTimePlan(int single, int tiny, int large, long number, int rounds) {}
