@NullMarked
package dev.shardline.monitor.service;

import org.jspecify.annotations.NullMarked;
