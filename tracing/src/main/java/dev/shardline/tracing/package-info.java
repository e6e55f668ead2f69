/**
 * Traces of work from process to process, by the W3C headers of the records: a port, and its two
 * sides.
 */
@NullMarked
package dev.shardline.tracing;

import org.jspecify.annotations.NullMarked;
