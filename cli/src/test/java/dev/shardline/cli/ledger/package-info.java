/** Tests of ledgers. */
@NullMarked
package dev.shardline.cli.ledger;

import org.jspecify.annotations.NullMarked;
