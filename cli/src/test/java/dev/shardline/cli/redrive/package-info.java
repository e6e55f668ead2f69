/** Tests of dead letters. */
@NullMarked
package dev.shardline.cli.redrive;

import org.jspecify.annotations.NullMarked;
