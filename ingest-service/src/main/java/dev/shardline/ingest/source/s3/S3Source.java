package dev.shardline.ingest.source.s3;

/**
 * An object that may be read.
 *
 * @param bucket its bucket
 * @param key its key, as S3 has it
 */
record S3Source(String bucket, String key) {}
