/** Where bodies come from: the port through which they are fetched, and what it takes. */
@NullMarked
package dev.shardline.ingest.source;

import org.jspecify.annotations.NullMarked;
