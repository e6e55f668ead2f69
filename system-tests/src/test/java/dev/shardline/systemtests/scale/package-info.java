/** What a platform does to workers: more of them, fewer, none, and new ones for old. */
@NullMarked
package dev.shardline.systemtests.scale;

import org.jspecify.annotations.NullMarked;
