package dev.shardline.transform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsTableTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| `(transform\\.[^`]+)` \\| ([^|]+) \\|", Pattern.MULTILINE);

  @Test
  void theReadmeNamesEverySettingWithItsDefault() throws IOException {
    Path readme = Path.of(System.getProperty("shardline.home", ".."), "README.md");
    Map<String, String> documented = new TreeMap<>();
    for (MatchResult row : ROW.matcher(Files.readString(readme)).results().toList()) {
      documented.put(row.group(1), row.group(2).strip());
    }

    Map<String, String> settings =
        new TreeMap<>(ConfigClass.configClass(TransformSettings.class).getProperties());
    // A list's elements are named apart from it.
    settings.keySet().removeIf(key -> key.endsWith("[*]"));

    assertThat(documented).containsOnlyKeys(settings.keySet());
    assertThat(settings)
        .allSatisfy((key, value) -> {
          if (value != null) {
            assertThat(documented).containsEntry(key, "`" + value + "`");
          }
        });
  }
}
