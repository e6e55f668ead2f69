package dev.shardline.lag;

/** How the members of a group share records. */
public enum GroupKind {
  /** Each record goes to a member of its own (KIP-932). */
  SHARE,
  /** Each partition goes to a member of its own, by the classic or the newer protocol. */
  CONSUMER
}
