/** What a service begins before anything else. */
@NullMarked
package dev.shardline.worker.start;

import org.jspecify.annotations.NullMarked;
