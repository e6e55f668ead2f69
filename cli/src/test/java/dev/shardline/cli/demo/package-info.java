/** Tests of setting up topics. */
@NullMarked
package dev.shardline.cli.demo;

import org.jspecify.annotations.NullMarked;
