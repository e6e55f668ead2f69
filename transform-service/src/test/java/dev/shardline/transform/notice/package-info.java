@NullMarked
package dev.shardline.transform.notice;

import org.jspecify.annotations.NullMarked;
