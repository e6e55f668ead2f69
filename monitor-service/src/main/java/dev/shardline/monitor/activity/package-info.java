/** What answers, dead letters and workers told. */
@NullMarked
package dev.shardline.monitor.activity;

import org.jspecify.annotations.NullMarked;
