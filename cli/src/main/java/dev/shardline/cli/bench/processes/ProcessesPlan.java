package dev.shardline.cli.bench.processes;

import java.time.Duration;

/**
 * What is measured.
 *
 * @param workers how many compute at a time where more than one does, 2 or above
 * @param crowd how many processes are more than the machine has cores
 * @param shards how many each crew computes, 1 or above
 * @param shardTime CPU time of one, about
 * @param rounds how often, 1 or above
 */
public record ProcessesPlan(int workers, int crowd, int shards, Duration shardTime, int rounds) {}
