/** Tests of dead letters. */
@NullMarked
package dev.shardline.cli.letter;

import org.jspecify.annotations.NullMarked;
