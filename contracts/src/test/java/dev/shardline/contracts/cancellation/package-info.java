@NullMarked
package dev.shardline.contracts.cancellation;

import org.jspecify.annotations.NullMarked;
