@NullMarked
package dev.shardline.ingest.source.host;

import org.jspecify.annotations.NullMarked;
