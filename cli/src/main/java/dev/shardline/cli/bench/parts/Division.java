package dev.shardline.cli.bench.parts;

import java.time.Duration;

/**
 * What one way to divide the input took.
 *
 * @param elapsed from the send to the result
 * @param cpu of the workers' processes together; zero where it is not known
 * @param lastStep what the step computed that gave the result: the whole, or what combined the
 *     parts
 */
record Division(Duration elapsed, Duration cpu, Duration lastStep) {}
