/**
 * The broker and the services of one test, each a process that can be killed, paused and replaced.
 */
@NullMarked
package dev.shardline.systemtests.fleet;

import org.jspecify.annotations.NullMarked;
