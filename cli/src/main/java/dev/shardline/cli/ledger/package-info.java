/** The proof that nothing was lost: what was asked for, set against what came of it. */
@NullMarked
package dev.shardline.cli.ledger;

import org.jspecify.annotations.NullMarked;
