/** Printing for people and for pipes: lines on standard output, progress on standard error. */
@NullMarked
package dev.shardline.cli.terminal;

import org.jspecify.annotations.NullMarked;
