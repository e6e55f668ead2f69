package dev.shardline.systemtests.work;

import dev.shardline.transform.Transformation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs a transformation as a team would: a jar for {@code transform.plugins}. */
public final class PluginJar {

  private PluginJar() {}

  /** Writes a jar that holds one transformation. */
  public static void write(Path jar, Class<? extends Transformation> transformation)
      throws IOException {
    String classFile = transformation.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream code = transformation.getResourceAsStream("/" + classFile)) {
      out.putNextEntry(new JarEntry("META-INF/services/" + Transformation.class.getName()));
      out.write(transformation.getName().getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new JarEntry(classFile));
      code.transferTo(out);
    }
  }
}
