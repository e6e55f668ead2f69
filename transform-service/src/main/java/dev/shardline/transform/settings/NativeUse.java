package dev.shardline.transform.settings;

/** Whether a native library computes. */
public enum NativeUse {
  /** Where it is there, and faster. */
  AUTO,
  /** Never. */
  OFF,
  /** Where it is faster; without it the service does not start. */
  REQUIRED
}
