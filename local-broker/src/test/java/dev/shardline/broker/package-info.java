/** The broker that tests run against. */
@NullMarked
package dev.shardline.broker;

import org.jspecify.annotations.NullMarked;
