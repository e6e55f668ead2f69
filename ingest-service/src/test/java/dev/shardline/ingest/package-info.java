/** How the parts of the service may depend on each other. */
@NullMarked
package dev.shardline.ingest;

import org.jspecify.annotations.NullMarked;
