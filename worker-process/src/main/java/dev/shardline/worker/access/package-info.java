/** What the brokers do not let this process do, in words. */
@NullMarked
package dev.shardline.worker.access;

import org.jspecify.annotations.NullMarked;
