/** What METRICS.md says, held against what services show. */
@NullMarked
package dev.shardline.contracts.metrics;

import org.jspecify.annotations.NullMarked;
