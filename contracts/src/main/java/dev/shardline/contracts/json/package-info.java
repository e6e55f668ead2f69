/** Reading and writing JSON with errors that name the field and what was expected of it. */
@NullMarked
package dev.shardline.contracts.json;

import org.jspecify.annotations.NullMarked;
