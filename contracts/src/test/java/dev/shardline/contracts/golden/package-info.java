/** Every message in every variant, as literal JSON. */
@NullMarked
package dev.shardline.contracts.golden;

import org.jspecify.annotations.NullMarked;
