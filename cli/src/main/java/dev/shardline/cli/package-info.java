/** The command {@code shardline}: its root, and what all its subcommands share. */
@NullMarked
package dev.shardline.cli;

import org.jspecify.annotations.NullMarked;
