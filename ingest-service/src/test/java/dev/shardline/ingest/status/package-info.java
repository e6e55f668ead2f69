@NullMarked
package dev.shardline.ingest.status;

import org.jspecify.annotations.NullMarked;
