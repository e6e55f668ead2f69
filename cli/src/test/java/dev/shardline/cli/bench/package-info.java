@NullMarked
package dev.shardline.cli.bench;

import org.jspecify.annotations.NullMarked;
