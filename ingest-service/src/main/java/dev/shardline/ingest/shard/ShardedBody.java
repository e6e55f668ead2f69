package dev.shardline.ingest.shard;

/**
 * What a body gave.
 *
 * @param shards how many shards there are: one for each row
 * @param badRows how many of these were answered as failed, as their rows have no usable number
 */
public record ShardedBody(int shards, int badRows) {}
