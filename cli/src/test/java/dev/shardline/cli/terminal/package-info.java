/** Tests of what is printed. */
@NullMarked
package dev.shardline.cli.terminal;

import org.jspecify.annotations.NullMarked;
