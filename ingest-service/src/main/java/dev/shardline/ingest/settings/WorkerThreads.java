package dev.shardline.ingest.settings;

/** What the threads are that work on requests; their number is limited alike. */
public enum WorkerThreads {
  /** Of the operating system: each keeps a stack for as long as the service runs. */
  PLATFORM,

  /** Of the JVM, carried by as many of the operating system's as there are cores. */
  VIRTUAL
}
