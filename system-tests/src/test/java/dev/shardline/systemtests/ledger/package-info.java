/** What an independent reader of the topics finds: what was asked for, and what became of it. */
@NullMarked
package dev.shardline.systemtests.ledger;

import org.jspecify.annotations.NullMarked;
