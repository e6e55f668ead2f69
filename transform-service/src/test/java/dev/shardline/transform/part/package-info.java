@NullMarked
package dev.shardline.transform.part;

import org.jspecify.annotations.NullMarked;
