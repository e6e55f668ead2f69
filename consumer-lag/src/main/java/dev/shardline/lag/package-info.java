/** How many records a group has yet to process, or why that is not known. */
@NullMarked
package dev.shardline.lag;

import org.jspecify.annotations.NullMarked;
