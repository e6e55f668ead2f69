/** Tests of setting up topics. */
@NullMarked
package dev.shardline.cli.stack;

import org.jspecify.annotations.NullMarked;
