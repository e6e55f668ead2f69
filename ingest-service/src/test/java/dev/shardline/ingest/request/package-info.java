/** Whether each record gets exactly one answer, in an order that loses nothing. */
@NullMarked
package dev.shardline.ingest.request;

import org.jspecify.annotations.NullMarked;
