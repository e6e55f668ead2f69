@NullMarked
package dev.shardline.transform.delivery;

import org.jspecify.annotations.NullMarked;
