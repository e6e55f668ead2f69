/** What is for watching alone, on its way to its topic. */
@NullMarked
package dev.shardline.transform.notice;

import org.jspecify.annotations.NullMarked;
