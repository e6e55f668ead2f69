/** What the processes that work say of themselves. */
@NullMarked
package dev.shardline.contracts.worker;

import org.jspecify.annotations.NullMarked;
