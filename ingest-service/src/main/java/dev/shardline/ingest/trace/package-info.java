/** How records carry the trace that they belong to. */
@NullMarked
package dev.shardline.ingest.trace;

import org.jspecify.annotations.NullMarked;
