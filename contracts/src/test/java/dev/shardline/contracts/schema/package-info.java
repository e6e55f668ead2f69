/** What the schemas and the AsyncAPI document say, held against the code. */
@NullMarked
package dev.shardline.contracts.schema;

import org.jspecify.annotations.NullMarked;
