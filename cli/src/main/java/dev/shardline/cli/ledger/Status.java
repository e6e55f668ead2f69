package dev.shardline.cli.ledger;

import org.jspecify.annotations.Nullable;

/** What an answer says. */
enum Status {
  DONE(1),
  FAILED(2),
  CANCELLED(3);

  private final int code;

  Status(int code) {
    this.code = code;
  }

  /** A small number for a status, 0 for none. */
  static int code(@Nullable Status status) {
    return status == null ? 0 : status.code;
  }

  /** The status of a number, null for 0. */
  static @Nullable Status ofCode(int code) {
    return switch (code) {
      case 0 -> null;
      case 1 -> DONE;
      case 2 -> FAILED;
      default -> CANCELLED;
    };
  }
}
