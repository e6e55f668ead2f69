@NullMarked
package dev.shardline.transform.gmp;

import org.jspecify.annotations.NullMarked;
