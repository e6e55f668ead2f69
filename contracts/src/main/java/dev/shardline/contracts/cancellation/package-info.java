/** Ending jobs before their time. */
@NullMarked
package dev.shardline.contracts.cancellation;

import org.jspecify.annotations.NullMarked;
