package dev.shardline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

class SettingsFaultTest {

  @Test
  void findsTheMessageOfASettingBelowOthers() {
    Throwable fault = new ConfigurationException("ingest.workers must be from 1 to 1000, was 0");

    assertThat(SettingsFault.in(new IllegalStateException("failed to start", fault)))
        .contains("ingest.workers must be from 1 to 1000, was 0");
  }

  @Test
  void findsAValueThatCannotBeConverted() {
    Throwable fault =
        new IllegalArgumentException(
            "SRCFG00039: The config property a.b with the config value \"c\" threw an Exception",
            new NumberFormatException("SRCFG00029: Expected an integer value, got \"c\""));

    assertThat(SettingsFault.in(new ExceptionInInitializerError(fault)))
        .hasValueSatisfying(line -> assertThat(line).contains("a.b").contains("\"c\""));
  }

  @Test
  void writesSeveralLinesAsOne() {
    assertThat(
            SettingsFault.in(new ConfigurationException("Validation failed:\n\ta.b is missing\n")))
        .contains("Validation failed: a.b is missing");
  }

  @Test
  void findsNothingInOtherFailures() {
    assertThat(SettingsFault.in(new IllegalArgumentException("no setting"))).isEmpty();
    assertThat(SettingsFault.in(new IllegalStateException())).isEmpty();
  }
}
