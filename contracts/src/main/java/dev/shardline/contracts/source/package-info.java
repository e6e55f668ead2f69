/** What is fetched: the request for a source, and the outcome that answers it. */
@NullMarked
package dev.shardline.contracts.source;

import org.jspecify.annotations.NullMarked;
