package dev.shardline.monitor.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one browser that all of them share, or skips them where there is none. */
public final class InChromium implements ExecutionCondition, ParameterResolver {

  private static final String MISSING =
      "The tests of the page are skipped: install Chromium and ChromeDriver on the PATH"
          + " (Debian: apt-get install chromium chromium-driver).";
  private static final AtomicBoolean told = new AtomicBoolean();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.isInstalled()) {
      return ConditionEvaluationResult.enabled("Chromium and ChromeDriver are installed");
    }
    if (told.compareAndSet(false, true)) {
      System.out.println(MISSING);
    }
    return ConditionEvaluationResult.disabled(MISSING);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Chromium.class;
  }

  // In the root's store, so that it is started once and closed after the last test class.
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(InChromium.class))
        .computeIfAbsent(Chromium.class, _ -> started(), Chromium.class);
  }

  private static Chromium started() {
    try {
      return new Chromium();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
