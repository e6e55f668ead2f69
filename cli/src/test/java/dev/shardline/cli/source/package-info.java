/** Tests of jobs of sources. */
@NullMarked
package dev.shardline.cli.source;

import org.jspecify.annotations.NullMarked;
