/** Jobs of sources: URIs in, outcomes out. */
@NullMarked
package dev.shardline.cli.source;

import org.jspecify.annotations.NullMarked;
