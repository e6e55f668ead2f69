package dev.shardline.cli.bench.processes;

import java.time.Duration;

/**
 * What one crew took.
 *
 * @param elapsed from the first send to the last result
 * @param cpu of its processes together; zero where it is not known
 * @param megabytes the most that its processes held together
 */
record Turn(Duration elapsed, Duration cpu, double megabytes) {}
