/** Sources in buckets of S3, and of other servers that speak its API. */
@NullMarked
package dev.shardline.ingest.source.s3;

import org.jspecify.annotations.NullMarked;
