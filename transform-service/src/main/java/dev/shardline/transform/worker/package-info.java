/** This process: its settings, its wiring, its start and its drain. */
@NullMarked
package dev.shardline.transform.worker;

import org.jspecify.annotations.NullMarked;
