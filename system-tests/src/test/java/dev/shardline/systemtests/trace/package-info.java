/** What processes tell a collector of traces. */
@NullMarked
package dev.shardline.systemtests.trace;

import org.jspecify.annotations.NullMarked;
