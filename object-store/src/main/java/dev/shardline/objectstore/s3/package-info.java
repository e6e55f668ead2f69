/**
 * Requests to S3 and to what speaks its API: connection, interrupts, streams, and what a failure
 * means. What is asked for is its callers'.
 */
@NullMarked
package dev.shardline.objectstore.s3;

import org.jspecify.annotations.NullMarked;
