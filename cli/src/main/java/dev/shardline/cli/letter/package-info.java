/** Dead letters: what is in them, and which of them may come back. */
@NullMarked
package dev.shardline.cli.letter;

import org.jspecify.annotations.NullMarked;
