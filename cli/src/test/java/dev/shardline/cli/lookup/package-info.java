/** Tests of finding jobs again. */
@NullMarked
package dev.shardline.cli.lookup;

import org.jspecify.annotations.NullMarked;
