/**
 * Where bytes too large for a message are kept: bodies of sources, and decimal texts of results. A
 * message then carries the object's URI, size and hash instead.
 */
@NullMarked
package dev.shardline.objectstore;

import org.jspecify.annotations.NullMarked;
