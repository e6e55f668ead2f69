package dev.shardline.cli.job;

/**
 * One record that asks for work.
 *
 * @param key the record key
 * @param json the record value
 */
public record Request(String key, String json) {}
