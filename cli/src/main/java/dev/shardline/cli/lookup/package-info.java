/** Finding a job's answers again, from any process at any later time, by nothing but its id. */
@NullMarked
package dev.shardline.cli.lookup;

import org.jspecify.annotations.NullMarked;
