/** What sources of the real world ask of the ingest service as a process. */
@NullMarked
package dev.shardline.systemtests.source;

import org.jspecify.annotations.NullMarked;
