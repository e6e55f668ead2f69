/**
 * Holds what is deployed against the types of its objects, against itself, and against the
 * services: what an API server would refuse, and what none would notice.
 */
@NullMarked
package dev.shardline.deploy;

import org.jspecify.annotations.NullMarked;
