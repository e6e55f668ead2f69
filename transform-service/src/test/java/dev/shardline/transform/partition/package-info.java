@NullMarked
package dev.shardline.transform.partition;

import org.jspecify.annotations.NullMarked;
