package dev.shardline.transform.computation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.RetryableException;
import dev.shardline.transform.Transformation;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedTransformationTest {

  private static final StubTransformation GOOD =
      StubTransformation.of("a", BigInteger::valueOf).upTo(7).needing(number -> 3 * number);

  private static final CancellationToken WANTED = () -> false;

  @Test
  void handsOnWhatGoodCodeReturns() throws Exception {
    GuardedTransformation guarded = new GuardedTransformation(GOOD);

    assertThat(guarded.maxNumber()).isEqualTo(7);
    assertThat(guarded.memoryDemand(5)).isEqualTo(15);
    assertThat(guarded.apply(5, WANTED)).isEqualTo(5);
  }

  static Stream<Throwable> whatCodeMayThrow() {
    return Stream.of(
        new IllegalStateException("no table"),
        new java.io.IOException("no file"),
        new AssertionError("no way"),
        new NoClassDefFoundError("team/Missing"),
        new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("whatCodeMayThrow")
  void saysWhatTheCodeThrew(Throwable thrown) {
    GuardedTransformation guarded = throwing(thrown);

    assertThatThrownBy(() -> guarded.apply(5, WANTED))
        .isInstanceOf(TransformFailedException.class)
        .hasMessage(thrown.toString());
  }

  @Test
  void lastsWhenTheCodeRecursesWithoutAnEnd() {
    GuardedTransformation guarded =
        new GuardedTransformation(StubTransformation.of("a", this::recurse));

    assertThatThrownBy(() -> guarded.apply(5, WANTED))
        .isInstanceOf(TransformFailedException.class)
        .hasMessage("java.lang.StackOverflowError");
  }

  @Test
  void takesAnExhaustedHeapForAFailureThatMayPass() {
    GuardedTransformation guarded = throwing(new OutOfMemoryError("Java heap space"));

    // It may be due to others, so the shard is tried again.
    assertThatThrownBy(() -> guarded.apply(5, WANTED))
        .isInstanceOf(TransformNotNowException.class)
        .hasMessage("java.lang.OutOfMemoryError: Java heap space");
  }

  @Test
  void tellsFailuresThatMayPassFromOthers() {
    GuardedTransformation guarded = throwing(new RetryableException("the licence server is away"));

    assertThatThrownBy(() -> guarded.apply(5, WANTED))
        .isInstanceOf(TransformNotNowException.class)
        .hasMessage("the licence server is away");
  }

  @Test
  @SuppressWarnings("NullAway") // what a team's code may do all the same
  void refusesNoValue() {
    GuardedTransformation guarded =
        new GuardedTransformation(StubTransformation.of("a", number -> null));

    assertThatThrownBy(() -> guarded.apply(5, WANTED))
        .isInstanceOf(TransformFailedException.class)
        .hasMessage("apply returned null: expected a value");
  }

  @Test
  void saysWhatTheMemoryDemandThrew() {
    GuardedTransformation guarded =
        new GuardedTransformation(GOOD.needing(number -> Math.multiplyExact(number, 1L << 62)));

    assertThatThrownBy(() -> guarded.memoryDemand(5))
        .isInstanceOf(TransformFailedException.class)
        .hasMessage("java.lang.ArithmeticException: long overflow");
  }

  @Test
  void refusesANegativeMemoryDemand() {
    GuardedTransformation guarded = new GuardedTransformation(GOOD.needing(number -> -1L));

    assertThatThrownBy(() -> guarded.memoryDemand(5))
        .isInstanceOf(TransformFailedException.class)
        .hasMessage("memoryDemand returned -1: expected 0 or above");
  }

  @Test
  void tellsTheEngineOfWhatDoesNotSayIt() throws InterruptedException {
    assertThat(new GuardedTransformation(GOOD).engine(5)).isEqualTo("java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GMP 6", "an-engine-with-a-name-of-33-letters"})
  void refusesANameOfAnEngineThatNoResultCanHold(String engine) {
    GuardedTransformation guarded =
        new GuardedTransformation(
            new Transformation() {
              @Override
              public String name() {
                return "named";
              }

              @Override
              public String engine(long number) {
                return engine;
              }

              @Override
              public BigInteger apply(long number, CancellationToken token) {
                return BigInteger.ONE;
              }
            });

    assertThatThrownBy(() -> guarded.engine(5))
        .isInstanceOf(TransformFailedException.class)
        .hasMessage("engine returned " + engine + ": expected 1 to 32 of a-z, 0-9 and -");
  }

  @Test
  void keepsAMessageSmallEnoughForARecord() {
    GuardedTransformation guarded = throwing(new IllegalStateException("x".repeat(3_000_000)));

    assertThatThrownBy(() -> guarded.apply(5, WANTED))
        .message()
        .hasSize(1003)
        .startsWith("java.lang.IllegalStateException: xxx")
        .endsWith("x...");
  }

  @Test
  void keepsAMessageFitForUtf8() {
    GuardedTransformation guarded = throwing(new IllegalStateException("half a pair: \ud83d"));

    assertThatThrownBy(() -> guarded.apply(5, WANTED)).message().endsWith("half a pair: ?");
  }

  @Test
  void takesAFailureOfAnInterruptedThreadForItsInterruption() {
    GuardedTransformation guarded = throwing(new IllegalStateException("closed by interrupt"));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> guarded.apply(5, WANTED)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  private BigInteger recurse(long number) {
    return number < 0 ? BigInteger.ZERO : recurse(number + 1).add(BigInteger.ONE);
  }

  private static GuardedTransformation throwing(Throwable thrown) {
    return new GuardedTransformation(
        StubTransformation.of(
            "a",
            number -> {
              switch (thrown) {
                case Exception exception -> throw exception;
                case Error error -> throw error;
                default -> throw new IllegalArgumentException(thrown);
              }
            }));
  }
}
