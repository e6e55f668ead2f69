package dev.shardline.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PiecesTest {

  private static final PieceState FAILED =
      PieceState.UNKNOWN.withRequest(true).withAnswer(Status.FAILED, false);

  private final Pieces pieces = new Pieces();

  @Test
  void givesEachPieceItsNumberAndKeepsWhatItIsTold() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<JobId> jobs = Stream.generate(JobId::create).limit(40).toList();
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      JobId job = jobs.get(random.nextInt(jobs.size()));
      int place = random.nextInt(1_000);

      int number = pieces.numberOf(job, place);

      int expected = numbers.computeIfAbsent(job + "/" + place, key -> numbers.size());
      assertThat(number).as("seed %d", seed).isEqualTo(expected);
      pieces.state(number, FAILED);
      pieces.proof(number, number * 31L);
    }
    assertThat(pieces.size()).isEqualTo(numbers.size());
    for (int number = 0; number < pieces.size(); number++) {
      String key = pieces.job(number) + "/" + pieces.place(number);
      assertThat(numbers).as("seed %d", seed).containsEntry(key, number);
      assertThat(pieces.state(number)).isEqualTo(FAILED);
      assertThat(pieces.proof(number)).isEqualTo(number * 31L);
    }
  }

  @Test
  void knowsPlacesUpToTheLargestAndPiecesOfJobsOfOneEach() {
    JobId job = JobId.create();

    int largest = pieces.numberOf(job, Integer.MAX_VALUE);
    for (int i = 0; i < 10_000; i++) {
      pieces.numberOf(JobId.create(), 0);
    }

    assertThat(pieces.place(largest)).isEqualTo(Integer.MAX_VALUE);
    assertThat(pieces.numberOf(job, Integer.MAX_VALUE)).isEqualTo(largest);
    assertThat(pieces.size()).isEqualTo(10_001);
  }
}
