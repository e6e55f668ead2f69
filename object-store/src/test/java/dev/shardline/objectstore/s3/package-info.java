/** A server that speaks S3's API for tests, and whether requests to it do as they say. */
@NullMarked
package dev.shardline.objectstore.s3;

import org.jspecify.annotations.NullMarked;
