@NullMarked
package dev.shardline.worker.notice;

import org.jspecify.annotations.NullMarked;
