/**
 * The tutorial's program on a local stack: sources on a thread pool, arithmetic on processes, and
 * what each of the two is good for, measured.
 */
@NullMarked
package dev.shardline.cli.demo;

import org.jspecify.annotations.NullMarked;
