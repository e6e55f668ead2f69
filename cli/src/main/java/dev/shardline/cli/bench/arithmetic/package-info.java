/** What a factorial sum costs, against simpler ways to compute it and against GMP in C. */
@NullMarked
package dev.shardline.cli.bench.arithmetic;

import org.jspecify.annotations.NullMarked;
