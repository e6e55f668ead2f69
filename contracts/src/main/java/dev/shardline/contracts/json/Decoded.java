package dev.shardline.contracts.json;

import dev.shardline.contracts.failure.Failure;

/**
 * What reading a record gave. A record that cannot be read still has an identity, so that its
 * failure becomes visible to whoever waits for it.
 *
 * @param <I> what names the message
 * @param <M> the message
 */
public sealed interface Decoded<I, M> {

  /** A message as it should be. */
  record Valid<I, M>(M message) implements Decoded<I, M> {}

  /**
   * Not such a message.
   *
   * @param id as far as it could be read, else derived from the record's position
   * @param failure what is wrong with it
   */
  record Invalid<I, M>(I id, Failure failure) implements Decoded<I, M> {}
}
