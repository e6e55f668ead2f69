/** Reading the topics into ledgers. */
@NullMarked
package dev.shardline.cli.verify;

import org.jspecify.annotations.NullMarked;
