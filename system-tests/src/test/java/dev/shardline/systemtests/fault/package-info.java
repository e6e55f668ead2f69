/** What goes wrong while a job runs. */
@NullMarked
package dev.shardline.systemtests.fault;

import org.jspecify.annotations.NullMarked;
