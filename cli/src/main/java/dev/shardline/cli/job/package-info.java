/** Jobs on the wire: publishing the work, and collecting its answers, now or at any later time. */
@NullMarked
package dev.shardline.cli.job;

import org.jspecify.annotations.NullMarked;
