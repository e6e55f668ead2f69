/** The commands as they are typed, against a real broker. */
@NullMarked
package dev.shardline.cli;

import org.jspecify.annotations.NullMarked;
