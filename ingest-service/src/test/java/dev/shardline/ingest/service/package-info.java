/** The whole service against a real broker and real sources. */
@NullMarked
package dev.shardline.ingest.service;

import org.jspecify.annotations.NullMarked;
