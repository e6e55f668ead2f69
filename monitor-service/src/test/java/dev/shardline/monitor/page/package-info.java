/** The page in a real browser, before a service that says what a test tells it to. */
@NullMarked
package dev.shardline.monitor.page;

import org.jspecify.annotations.NullMarked;
