@NullMarked
package dev.shardline.ingest.source.address;

import org.jspecify.annotations.NullMarked;
