/** What can be configured, and within which ranges. */
@NullMarked
package dev.shardline.transform.settings;

import org.jspecify.annotations.NullMarked;
