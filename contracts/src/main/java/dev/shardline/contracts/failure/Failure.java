package dev.shardline.contracts.failure;

/**
 * Why work failed.
 *
 * @param reason for programs
 * @param message for people: what was wrong, and what was expected; never a secret
 */
public record Failure(Reason reason, String message) {}
