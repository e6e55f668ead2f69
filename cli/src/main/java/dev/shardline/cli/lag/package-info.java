/** What lag comes to, and whether it is within limits. */
@NullMarked
package dev.shardline.cli.lag;

import org.jspecify.annotations.NullMarked;
