package dev.shardline.systemtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.SourceId;
import dev.shardline.systemtests.fleet.Fleet;
import dev.shardline.systemtests.fleet.FleetPlan;
import dev.shardline.systemtests.ledger.Ledger;
import dev.shardline.systemtests.ledger.LedgerReader;
import dev.shardline.systemtests.work.LargeSource;
import dev.shardline.systemtests.work.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bodies go through a small heap, whatever their size: 256 MiB, or as many as {@code
 * -Dshardline.large-body} says, such as 1024.
 */
class LargeBodyIT {

  private static final int MEBIBYTES = Integer.getInteger("shardline.large-body", 256);

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** The kernel's own figure of what a process had in memory at most; KiB. */
  private static final String PEAK = "VmHWM:";

  private static final long FLAT_KIB = 32 * 1024;

  @Test
  void aBodyFarLargerThanTheHeapIsStoredAsItIs(@TempDir Path directory) throws Exception {
    FleetPlan plan = FleetPlan.quick(0, List.of()).withIngest("64m");
    try (Fleet fleet = Fleet.start(directory, plan);
        LedgerReader reader = LedgerReader.open(fleet.bootstrapServers());
        LargeSource source = new LargeSource()) {
      // What is loaded and compiled with the first bodies is no matter of their size.
      for (int i = 0; i < 20; i++) {
        store(fleet, reader, source, 1);
      }
      OptionalLong small = peak(fleet);

      long start = System.nanoTime();
      store(fleet, reader, source, MEBIBYTES);

      OptionalLong large = peak(fleet);
      System.out.printf(
          "a body of %d MiB through a heap of 64 MB took %.1f s; most in memory: %s KiB, after"
              + " bodies of 1 MiB %s KiB%n",
          MEBIBYTES, (System.nanoTime() - start) / 1e9, text(large), text(small));
      if (large.isPresent()) {
        assertThat(large.getAsLong() - small.orElseThrow()).isLessThan(FLAT_KIB);
      }
    }
  }

  private static void store(Fleet fleet, LedgerReader reader, LargeSource source, int mebibytes)
      throws InterruptedException {
    SourceId id = Submission.stored(fleet.bootstrapServers(), source.uri(mebibytes));

    Ledger ledger = reader.awaitRequests(id.job(), LIMIT, answered -> answered.with("DONE") == 1);

    assertThat(ledger.entries().getFirst().answers().getFirst().content().toString())
        .contains(LargeSource.sha256(mebibytes));
  }

  private static OptionalLong peak(Fleet fleet) throws IOException {
    Path status = Path.of("/proc", Long.toString(fleet.ingest().jvm().handle().pid()), "status");
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(PEAK))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst();
  }

  private static String text(OptionalLong figure) {
    return figure.isPresent() ? Long.toString(figure.getAsLong()) : "unknown";
  }
}
