/** Tests of publishing and collecting. */
@NullMarked
package dev.shardline.cli.job;

import org.jspecify.annotations.NullMarked;
