/** What it takes to fetch. */
@NullMarked
package dev.shardline.ingest.source;

import org.jspecify.annotations.NullMarked;
