/**
 * Shardline on this machine alone: a broker and the services as child processes, which never
 * outlive the process that started them.
 */
@NullMarked
package dev.shardline.cli.stack;

import org.jspecify.annotations.NullMarked;
