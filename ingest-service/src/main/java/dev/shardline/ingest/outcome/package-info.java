/** What became of a request, and telling it to whoever waits. */
@NullMarked
package dev.shardline.ingest.outcome;

import org.jspecify.annotations.NullMarked;
