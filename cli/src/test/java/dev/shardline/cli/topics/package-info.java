/** Tests of setting up topics. */
@NullMarked
package dev.shardline.cli.topics;

import org.jspecify.annotations.NullMarked;
