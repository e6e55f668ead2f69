package dev.shardline.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PieceStateTest {

  @Test
  void isTheSameAfterItWasPacked() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      int status = random.nextInt(4);
      @Nullable Status last = status == 3 ? null : Status.ofCode(status + 1);
      PieceState state =
          new PieceState(
              last,
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextInt(PieceState.MOST + 1),
              random.nextInt(PieceState.MOST + 1),
              random.nextInt(PieceState.MOST + 1),
              random.nextBoolean(),
              random.nextBoolean());

      assertThat(PieceState.unpacked(state.packed())).as("seed %d", seed).isEqualTo(state);
    }
    assertThat(PieceState.unpacked(0)).isEqualTo(PieceState.UNKNOWN);
  }

  @Test
  void countsNoFurtherThanItHasRoomFor() {
    PieceState state = PieceState.UNKNOWN;
    for (int i = 0; i < 2 * PieceState.MOST; i++) {
      state = state.withRequest(true).withAnswer(Status.FAILED, i % 2 == 0);
    }

    assertThat(state.redrives()).isEqualTo(PieceState.MOST);
    assertThat(PieceState.unpacked(state.packed())).isEqualTo(state);
  }
}
