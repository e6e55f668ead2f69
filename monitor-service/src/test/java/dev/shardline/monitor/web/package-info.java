@NullMarked
package dev.shardline.monitor.web;

import org.jspecify.annotations.NullMarked;
