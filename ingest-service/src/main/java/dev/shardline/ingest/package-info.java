/** The service that fetches sources: how its parts are put together. */
@NullMarked
package dev.shardline.ingest;

import org.jspecify.annotations.NullMarked;
