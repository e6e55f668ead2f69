/** What is for watching alone, on its way to its topic. */
@NullMarked
package dev.shardline.worker.notice;

import org.jspecify.annotations.NullMarked;
