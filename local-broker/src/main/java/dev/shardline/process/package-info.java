/** Child JVMs that never outlive the process that started them. */
@NullMarked
package dev.shardline.process;

import org.jspecify.annotations.NullMarked;
