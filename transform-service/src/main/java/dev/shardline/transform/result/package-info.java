/** Making the answers durable. */
@NullMarked
package dev.shardline.transform.result;

import org.jspecify.annotations.NullMarked;
