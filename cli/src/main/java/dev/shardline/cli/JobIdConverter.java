package dev.shardline.cli;

import dev.shardline.contracts.job.JobId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Job ids. */
final class JobIdConverter implements ITypeConverter<JobId> {

  @Override
  public JobId convert(String text) {
    try {
      return JobId.parse(text.strip());
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "expected a job id, a UUID of version 7 as submit and ingest print it, was \""
              + text
              + "\"");
    }
  }
}
