package dev.shardline.cli.source;

import dev.shardline.cli.job.AnswerFormat;
import dev.shardline.cli.job.Job;
import dev.shardline.cli.job.Request;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.FetchOptions;
import dev.shardline.contracts.source.Sharding;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.contracts.source.SourceRequestCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request for each source, in their order.
 *
 * @param id the job
 * @param sources at least one, all of different names
 * @param headers header name to the name of a secret that the service knows
 * @param sharding how the bodies become shards; null: store only
 * @param options how each is fetched
 */
public record SourceJob(
    JobId id,
    List<NamedSource> sources,
    Map<String, String> headers,
    @Nullable Sharding sharding,
    FetchOptions options)
    implements Job<SourceOutcome> {

  /** A job that leaves to the service how sources are fetched. */
  public SourceJob(
      JobId id,
      List<NamedSource> sources,
      Map<String, String> headers,
      @Nullable Sharding sharding) {
    this(id, sources, headers, sharding, FetchOptions.DEFAULT);
  }

  /**
   * @throws IllegalArgumentException if there is no source
   */
  public SourceJob {
    sources = List.copyOf(sources);
    headers = Map.copyOf(headers);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a job must have at least one source");
    }
  }

  @Override
  public int size() {
    return sources.size();
  }

  @Override
  public String requestTopic() {
    return Topics.SOURCE_REQUESTS;
  }

  @Override
  public Request request(int place) {
    NamedSource source = sources.get(place);
    SourceRequest request =
        new SourceRequest(
            new SourceId(id, source.name()), source.uri(), headers, sharding, options);
    return new Request(
        source.name(), new String(SourceRequestCodec.encode(request), StandardCharsets.UTF_8));
  }

  @Override
  public AnswerFormat<SourceOutcome> answers() {
    return new OutcomeFormat(new SourceOrder(sources.stream().map(NamedSource::name).toList()));
  }
}
