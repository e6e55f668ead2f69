package dev.shardline.worker.identity;

/**
 * Who a worker is.
 *
 * @param name this process, as results and dead letters name it
 * @param service what it is one of
 * @param slots how much can be worked on at a time, 1 or above
 */
public record WorkerIdentity(String name, String service, int slots) {}
