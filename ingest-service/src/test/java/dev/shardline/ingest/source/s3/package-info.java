/** Whether sources in S3 are read as they should be. */
@NullMarked
package dev.shardline.ingest.source.s3;

import org.jspecify.annotations.NullMarked;
