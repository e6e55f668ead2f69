/** The whole system as its users run it: real processes, a real broker, and faults. */
@NullMarked
package dev.shardline.systemtests;

import org.jspecify.annotations.NullMarked;
