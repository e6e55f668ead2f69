/** Sources in files of this machine. */
@NullMarked
package dev.shardline.ingest.source.file;

import org.jspecify.annotations.NullMarked;
