package dev.shardline.monitor.worker;

import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupLag;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** How many records a group's workers hold, as they say: brokers do not tell. */
public final class InFlight implements Function<GroupLag, Fact<Long>> {

  private final Workers workers;
  private final Map<String, String> services;
  private final BooleanSupplier caughtUp;
  private final InstantSource clock;

  /**
   * @param services which service's processes a group's members are, by group
   * @param caughtUp whether what workers said before now was read
   */
  public InFlight(
      Workers workers,
      Map<String, String> services,
      BooleanSupplier caughtUp,
      InstantSource clock) {
    this.workers = workers;
    this.services = Map.copyOf(services);
    this.caughtUp = caughtUp;
    this.clock = clock;
  }

  @Override
  public Fact<Long> apply(GroupLag lag) {
    String service = services.get(lag.name());
    if (service == null) {
      return Fact.unknown("only Shardline's own workers tell what they hold");
    }
    if (!caughtUp.getAsBoolean()) {
      return Fact.unknown("what workers say was not read yet");
    }
    List<WorkerStatus> live = workers.live(service, clock.instant());
    // Silence means that nothing is held only where there is nobody who could hold it.
    return live.isEmpty()
        ? lag.members().then(InFlight::heldInSilence)
        : Fact.known(live.stream().mapToLong(WorkerStatus::acquired).sum());
  }

  private static Fact<Long> heldInSilence(int members) {
    return members > 0
        ? Fact.unknown("the group has members, and none of them tells what it holds")
        : Fact.known(0L);
  }
}
