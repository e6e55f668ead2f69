package dev.shardline.ingest.request;

import dev.shardline.contracts.source.SourceOutcome;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A record that was taken off its topic, until the topic may forget it.
 *
 * @param open begins work on it
 * @param answered acknowledges it, as it has its outcome; returns once that is noted
 * @param unanswerable says that it cannot even be answered: no further record is to be taken then,
 *     as one that comes after it must not be acknowledged in its place
 */
public record TakenRequest(
    Supplier<OpenRequest> open,
    Consumer<SourceOutcome> answered,
    Consumer<Throwable> unanswerable) {}
