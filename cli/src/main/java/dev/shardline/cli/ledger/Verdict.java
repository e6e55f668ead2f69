package dev.shardline.cli.ledger;

/**
 * What of an answer two answers for the same piece have to agree on.
 *
 * @param status what it says
 * @param proof of what is done: the head of its hash; of what failed: its reason; else 0
 */
record Verdict(Status status, long proof) {}
