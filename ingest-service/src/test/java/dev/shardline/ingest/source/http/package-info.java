/** Sources over HTTP that behave badly. */
@NullMarked
package dev.shardline.ingest.source.http;

import org.jspecify.annotations.NullMarked;
