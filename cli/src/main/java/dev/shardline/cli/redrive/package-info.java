/** Reading dead letters, and putting them back on the topics that they came from. */
@NullMarked
package dev.shardline.cli.redrive;

import org.jspecify.annotations.NullMarked;
