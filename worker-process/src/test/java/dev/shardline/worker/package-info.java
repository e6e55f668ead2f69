@NullMarked
package dev.shardline.worker;

import org.jspecify.annotations.NullMarked;
