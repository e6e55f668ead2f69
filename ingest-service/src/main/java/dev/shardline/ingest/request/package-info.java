/** Taking requests off their topic, and answering each exactly once. */
@NullMarked
package dev.shardline.ingest.request;

import org.jspecify.annotations.NullMarked;
