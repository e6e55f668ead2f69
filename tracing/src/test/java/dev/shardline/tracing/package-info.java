@NullMarked
package dev.shardline.tracing;

import org.jspecify.annotations.NullMarked;
