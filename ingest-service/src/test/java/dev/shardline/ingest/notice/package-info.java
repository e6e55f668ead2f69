@NullMarked
package dev.shardline.ingest.notice;

import org.jspecify.annotations.NullMarked;
