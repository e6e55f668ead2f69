/** What every object store has to do, and whether the file system's does. */
@NullMarked
package dev.shardline.objectstore;

import org.jspecify.annotations.NullMarked;
