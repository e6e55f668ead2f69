package dev.shardline.objectstore.s3;

import java.time.Duration;

/**
 * How long and how often to try.
 *
 * @param connect how long to wait for a connection
 * @param read how long to wait for a response, and for each further piece of it
 * @param call how long one call may take until its response begins, all its attempts included
 * @param attempts how often a call is tried whose failure may pass, 1 or above
 */
public record S3Patience(Duration connect, Duration read, Duration call, int attempts) {}
