@NullMarked
package dev.shardline.transform.attempt;

import org.jspecify.annotations.NullMarked;
