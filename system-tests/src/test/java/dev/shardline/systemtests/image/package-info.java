/** The images of {@code deploy/containers}, made and run without containers. */
@NullMarked
package dev.shardline.systemtests.image;

import org.jspecify.annotations.NullMarked;
