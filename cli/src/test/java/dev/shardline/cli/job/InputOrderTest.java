package dev.shardline.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InputOrderTest {

  private final List<Integer> handedOn = new ArrayList<>();
  private final InputOrder<String> order = new InputOrder<>(a -> handedOn.add(a.place()));

  @Test
  void handsOnAtOnceWhatHasNoGapBeforeIt() {
    order.accept(answer(0));
    order.accept(answer(1));

    assertThat(handedOn).containsExactly(0, 1);
  }

  @Test
  void holdsWhatComesBeforeItsTurn() {
    order.accept(answer(2));
    order.accept(answer(1));
    assertThat(handedOn).isEmpty();

    order.accept(answer(0));
    assertThat(handedOn).containsExactly(0, 1, 2);
  }

  @Test
  void releasesWhatIsHeldBehindAGapInOrder() {
    order.accept(answer(3));
    order.accept(answer(0));
    order.accept(answer(2));

    order.release();

    assertThat(handedOn).containsExactly(0, 2, 3);
  }

  @Test
  void restoresTheOrderOfAnyArrival() {
    long seed = new Random().nextLong();
    List<Integer> places = new ArrayList<>(IntStream.range(0, 1000).boxed().toList());
    Collections.shuffle(places, new Random(seed));

    places.forEach(place -> order.accept(answer(place)));

    assertThat(handedOn)
        .as("seed %d", seed)
        .containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
  }

  private static Answer<String> answer(int place) {
    return new Answer<>(place, "", Ending.DONE, "{}");
  }
}
