/**
 * What the transform service is compared with: loops that compute the same, in JVMs of their own.
 */
@NullMarked
package dev.shardline.cli.bench.peer;

import org.jspecify.annotations.NullMarked;
