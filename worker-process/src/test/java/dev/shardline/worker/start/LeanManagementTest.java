package dev.shardline.worker.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.management.InstanceAlreadyExistsException;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class LeanManagementTest {
  private final MBeanServer server =
      new LeanManagement()
          .newMBeanServer("domain", null, new MBeanServerBuilder().newMBeanServerDelegate());

  /** A bean of the standard kind. */
  public interface CounterMBean {
    int getCount();
  }

  /** Its implementation. */
  public static final class Counter implements CounterMBean {
    @Override
    public int getCount() {
      return 7;
    }
  }

  @Test
  void keepsTheBeansOfOthers() throws Exception {
    ObjectName name = new ObjectName("kafka.producer:type=app-info,id=a");
    server.registerMBean(new Counter(), name);
    assertThat(server.getAttribute(name, "Count")).isEqualTo(7);
  }

  @Test
  void failsAsTheServerDoes() throws Exception {
    ObjectName name = new ObjectName("kafka.producer:type=app-info,id=a");
    server.registerMBean(new Counter(), name);
    assertThatThrownBy(() -> server.registerMBean(new Counter(), name))
        .isInstanceOf(InstanceAlreadyExistsException.class);
  }

  @Test
  void leavesTheDiagnosticCommandsOfAProcessOut() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HeadStartProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();

    assertThat(process.waitFor()).isZero();
    assertThat(lines)
        .contains("java.lang:type=Memory", "JMImplementation:type=MBeanServerDelegate")
        .anyMatch(line -> line.matches("threads [1-9][0-9]*"))
        .noneMatch(line -> line.contains("DiagnosticCommand"));
  }
}
