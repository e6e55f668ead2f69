@NullMarked
package dev.shardline.transform.status;

import org.jspecify.annotations.NullMarked;
