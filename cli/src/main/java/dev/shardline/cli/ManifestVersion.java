package dev.shardline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class ManifestVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    @Nullable String version = Shardline.class.getPackage().getImplementationVersion();
    return new String[] {"shardline " + (version == null ? "(unpackaged)" : version)};
  }
}
