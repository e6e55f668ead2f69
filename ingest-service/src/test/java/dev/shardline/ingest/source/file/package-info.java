/** Which files may be read. */
@NullMarked
package dev.shardline.ingest.source.file;

import org.jspecify.annotations.NullMarked;
