package dev.shardline.tracing;

/** What spans say of Shardline's own, beside what OpenTelemetry's conventions ask for. */
public final class TraceKeys {

  /** The job that the work belongs to. */
  public static final String JOB = "shardline.job.id";

  /** A shard's place in its job, from 0. */
  public static final String INDEX = "shardline.shard.index";

  /** A source's name. */
  public static final String SOURCE = "shardline.source";

  /** What computes a shard. */
  public static final String TRANSFORMATION = "shardline.transformation";

  /** Which attempt it is, from 1. */
  public static final String ATTEMPT = "shardline.attempt";

  /** What became of the work. */
  public static final String OUTCOME = "shardline.outcome";

  /** How many bytes a body has. */
  public static final String BYTES = "shardline.body.bytes";

  private TraceKeys() {}
}
