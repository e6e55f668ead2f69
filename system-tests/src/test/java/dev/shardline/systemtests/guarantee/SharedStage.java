package dev.shardline.systemtests.guarantee;

import dev.shardline.systemtests.fleet.Fleet;
import dev.shardline.systemtests.fleet.FleetPlan;
import dev.shardline.systemtests.ledger.LedgerReader;
import dev.shardline.systemtests.work.Gated;
import dev.shardline.systemtests.work.HeapEater;
import dev.shardline.systemtests.work.Killer;
import dev.shardline.systemtests.work.Nap;
import dev.shardline.systemtests.work.NotedNap;
import dev.shardline.systemtests.work.StackEater;
import dev.shardline.systemtests.work.Thrower;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a {@link Stage} that all of them share, with every worker ready. */
final class SharedStage implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SharedStage.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stage.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Resources resources =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(Resources.class, type -> Resources.open(), Resources.class);
    resources.stage.fleet().awaitReady();
    return resources.stage;
  }

  /** What ends with the tests. */
  private record Resources(Path directory, Stage stage) implements AutoCloseable {

    static Resources open() {
      try {
        Path directory = Files.createTempDirectory("shardline-guarantees-");
        Fleet fleet =
            Fleet.start(
                directory,
                FleetPlan.quick(
                        3,
                        List.of(
                            Nap.class,
                            Gated.class,
                            NotedNap.class,
                            Killer.class,
                            HeapEater.class,
                            StackEater.class,
                            Thrower.class))
                    .withIngest("256m"));
        return new Resources(
            directory, new Stage(fleet, LedgerReader.open(fleet.bootstrapServers())));
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a fleet started", e);
      }
    }

    @Override
    public void close() throws Exception {
      stage.reader().close();
      stage.fleet().close();
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
