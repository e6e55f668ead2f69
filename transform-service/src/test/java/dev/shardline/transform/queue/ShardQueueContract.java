package dev.shardline.transform.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ShardQueue} does, seen by its members. An adapter's test extends this class.
 */
abstract class ShardQueueContract {

  /** No test lasts so long: what comes back did not wait for the lock's end. */
  private static final Duration LONG_LOCK = Duration.ofSeconds(60);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int RENEWALS = 4;

  private final List<ShardQueue> members = new ArrayList<>();

  /** Begins a new, empty queue whose locks last so long. */
  abstract void create(Duration lock) throws Exception;

  /** Adds a record to it. */
  abstract void put(String value) throws Exception;

  /** Another member, whose acquisitions take so many records; closed by the test. */
  abstract ShardQueue open(int acquireAtMost);

  /** A lock that a test can outlast. */
  abstract Duration shortLock();

  @AfterEach
  void leave() {
    members.forEach(ShardQueue::close);
  }

  @Test
  void deliversARecordAsItWasPut() throws Exception {
    create(LONG_LOCK);
    put("one");

    ReceivedRecord record = acquireOne(member());

    assertThat(record.value()).isEqualTo("one".getBytes(UTF_8));
    assertThat(record.deliveryCount()).isEqualTo(1);
  }

  @Test
  void knowsItsLock() throws Exception {
    create(LONG_LOCK);
    put("one");
    ShardQueue member = member();

    acquireOne(member);

    assertThat(member.lockDuration()).isEqualTo(LONG_LOCK);
  }

  @Test
  void letsAMemberInThoughThereIsNothingToTake() throws Exception {
    create(LONG_LOCK);
    ShardQueue member = member();

    await()
        .until(() -> {
          assertThat(member.acquire(Duration.ofMillis(100))).isEmpty();
          return member.hasJoined();
        });
  }

  @Test
  void givesARecordToOneMemberOnly() throws Exception {
    create(LONG_LOCK);
    put("one");
    put("two");
    ShardQueue first = member();
    ShardQueue second = member();

    ReceivedRecord one = acquireOne(first);
    ReceivedRecord two = acquireOne(second);

    assertThat(one.position()).isNotEqualTo(two.position());
  }

  @Test
  void neverGivesAnAcceptedRecordAgain() throws Exception {
    create(shortLock());
    put("one");
    ShardQueue first = member();

    first.accept(acquireOne(first));

    assertNothingComes(first);
  }

  @Test
  void sendsWhatWasAcceptedWhenItCloses() throws Exception {
    create(shortLock());
    put("one");
    ShardQueue first = member();

    first.accept(acquireOne(first));
    close(first);

    assertNothingComes(member());
  }

  @Test
  void sendsWhatWasReleasedWhenItIsFlushed() throws Exception {
    create(LONG_LOCK);
    put("one");
    ShardQueue first = member();
    ReceivedRecord record = acquireOne(first);

    first.release(record);
    first.flush();

    assertThat(acquireOne(member()).deliveryCount()).isEqualTo(2);
  }

  @Test
  void givesAReleasedRecordAgainAtOnce() throws Exception {
    create(LONG_LOCK);
    put("one");
    ShardQueue first = member();
    ReceivedRecord record = acquireOne(first);

    first.release(record);
    close(first);

    assertThat(acquireOne(member()).deliveryCount()).isEqualTo(2);
  }

  @Test
  void givesWhatAClosedMemberHeldToOthersAtOnce() throws Exception {
    create(LONG_LOCK);
    put("one");
    ShardQueue first = member();
    acquireOne(first);

    close(first);

    assertThat(acquireOne(member()).deliveryCount()).isEqualTo(2);
  }

  @Test
  void givesWhatIsNotRenewedToOthersAfterTheLock() throws Exception {
    create(shortLock());
    put("one");
    acquireOne(member());

    assertThat(acquireOne(member()).deliveryCount()).isEqualTo(2);
  }

  @Test
  void keepsWhatIsRenewedOverManyLocks() throws Exception {
    create(shortLock());
    put("one");
    ShardQueue holder = member();
    ShardQueue other = member();
    ReceivedRecord record = acquireOne(holder);

    for (int third = 0; third < 6; third++) {
      assertThat(other.acquire(shortLock().dividedBy(3))).isEmpty();
      assertThat(holder.renew(List.of(record))).isEmpty();
    }

    holder.accept(record);
    assertNothingComes(holder);
    assertNothingComes(other);
  }

  @Test
  void countsARenewalAsNoDelivery() throws Exception {
    create(LONG_LOCK);
    put("one");
    ShardQueue holder = member();
    ReceivedRecord record = acquireOne(holder);
    assertThat(holder.renew(List.of(record))).isEmpty();
    assertThat(holder.renew(List.of(record))).isEmpty();

    holder.release(record);

    assertThat(acquireOne(holder).deliveryCount()).isEqualTo(2);
  }

  @Test
  void takesNothingMoreWhileItRenews() throws Exception {
    create(LONG_LOCK);
    put("one");
    ShardQueue holder = member();
    ReceivedRecord record = acquireOne(holder);
    for (int other = 0; other < RENEWALS; other++) {
      put("other " + other);
    }

    for (int third = 0; third < RENEWALS; third++) {
      assertThat(holder.renew(List.of(record))).isEmpty();
    }

    ShardQueue idle = member(RENEWALS);
    List<ReceivedRecord> others = new ArrayList<>();
    await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .until(() -> {
          assertThat(holder.renew(List.of(record))).isEmpty();
          others.addAll(next(idle));
          others.forEach(idle::accept);
          return others.size() >= RENEWALS;
        });
    assertThat(others).allSatisfy(other -> assertThat(other.deliveryCount()).isEqualTo(1));
  }

  @Test
  void reportsALockThatIsLostToAnother() throws Exception {
    create(shortLock());
    put("one");
    ShardQueue slow = member();
    ShardQueue other = member();
    ReceivedRecord lost = acquireOne(slow);
    ReceivedRecord taken = acquireOne(other);

    assertThat(slow.renew(List.of(lost))).containsExactly(lost);

    assertThat(other.renew(List.of(taken))).isEmpty();
  }

  @Test
  void takesTheAcceptanceOfALostRecordForNothing() throws Exception {
    create(shortLock());
    put("one");
    ShardQueue slow = member();
    ShardQueue other = member();
    ReceivedRecord lost = acquireOne(slow);
    ReceivedRecord taken = acquireOne(other);

    slow.accept(lost);
    // Sends it; and nothing that is released from now on can be on its way to this member.
    close(slow);

    other.release(taken);
    assertThat(acquireOne(other).deliveryCount()).isEqualTo(3);
  }

  @Test
  void deliversALostRecordAnewAfterReportingIt() throws Exception {
    create(shortLock());
    put("one");
    ShardQueue slow = member();
    ShardQueue other = member();
    ReceivedRecord lost = acquireOne(slow);
    acquireOne(other);
    close(other);

    assertThat(slow.renew(List.of(lost))).containsExactly(lost);

    ReceivedRecord again = acquireOne(slow);
    assertThat(again.position()).isEqualTo(lost.position());
    assertThat(again.deliveryCount()).isEqualTo(3);
    slow.accept(again);
    assertNothingComes(slow);
  }

  @Test
  void settlesEachRecordOfAnAcquisitionByItself() throws Exception {
    create(shortLock());
    for (int i = 0; i < 4; i++) {
      put("record " + i);
    }
    ShardQueue large = member(4);
    List<ReceivedRecord> acquired = acquire(large, 4);

    large.accept(acquired.get(0));
    large.release(acquired.get(1));
    List<ReceivedRecord> kept = acquired.subList(2, 4);
    assertThat(large.renew(kept)).isEmpty();

    ShardQueue other = member();
    ReceivedRecord released = acquireOne(other);
    assertThat(released.position()).isEqualTo(acquired.get(1).position());
    assertThat(released.deliveryCount()).isEqualTo(2);
    for (int i = 0; i < 4; i++) {
      assertThat(other.renew(List.of(released))).isEmpty();
      assertThat(large.renew(kept)).isEmpty();
    }
    kept.forEach(large::accept);
    other.accept(released);
    close(other);
    assertNothingComes(large);
  }

  private ShardQueue member() {
    return member(1);
  }

  private ShardQueue member(int acquireAtMost) {
    ShardQueue member = open(acquireAtMost);
    members.add(member);
    return member;
  }

  private void close(ShardQueue member) {
    members.remove(member);
    member.close();
  }

  private static ReceivedRecord acquireOne(ShardQueue member) {
    return acquire(member, 1).getFirst();
  }

  private static List<ReceivedRecord> acquire(ShardQueue member, int count) {
    AtomicReference<List<ReceivedRecord>> acquired = new AtomicReference<>(List.of());
    await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .until(() -> !acquired.updateAndGet(before -> next(member)).isEmpty());
    assertThat(acquired.get()).hasSize(count);
    return acquired.get();
  }

  private static List<ReceivedRecord> next(ShardQueue member) {
    return member.acquire(Duration.ofMillis(200));
  }

  private void assertNothingComes(ShardQueue member) {
    assertThat(member.acquire(shortLock().multipliedBy(3).dividedBy(2))).isEmpty();
  }
}
