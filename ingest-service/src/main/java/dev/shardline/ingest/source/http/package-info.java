/** Sources over HTTP. */
@NullMarked
package dev.shardline.ingest.source.http;

import org.jspecify.annotations.NullMarked;
