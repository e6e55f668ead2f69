/** Alert rules and dashboards, held against a real Prometheus and what services really expose. */
@NullMarked
package dev.shardline.systemtests.observability;

import org.jspecify.annotations.NullMarked;
