@NullMarked
package dev.shardline.transform.cancellation;

import org.jspecify.annotations.NullMarked;
