/** How many requests each host bears, found out while it is asked. */
@NullMarked
package dev.shardline.ingest.source.host;

import org.jspecify.annotations.NullMarked;
