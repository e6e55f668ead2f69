package dev.shardline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class ManifestVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"shardline " + ofBuild()};
  }

  /** Without a name before it. */
  static String ofBuild() {
    @Nullable String version = Shardline.class.getPackage().getImplementationVersion();
    return version == null ? "(unpackaged)" : version;
  }
}
