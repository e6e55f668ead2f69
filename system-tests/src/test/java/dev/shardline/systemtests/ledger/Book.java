package dev.shardline.systemtests.ledger;

import dev.shardline.contracts.job.JobId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the topics hold, as it is read. Thread-safe. */
final class Book {

  private record Page(List<Asked> asked, List<Answer> answers) {}

  private final Map<JobId, Map<String, Page>> jobs = new HashMap<>();

  synchronized void ask(JobId job, String key, Asked asked) {
    page(job, key).asked().add(asked);
  }

  synchronized void answer(JobId job, String key, Answer answer) {
    page(job, key).answers().add(answer);
  }

  synchronized Ledger of(JobId job) {
    List<Entry> entries = new ArrayList<>();
    jobs.getOrDefault(job, Map.of())
        .forEach((key, page) -> entries.add(new Entry(job, key, page.asked(), page.answers())));
    return new Ledger(entries, Instant.now());
  }

  private Page page(JobId job, String key) {
    return jobs.computeIfAbsent(job, j -> new LinkedHashMap<>())
        .computeIfAbsent(key, k -> new Page(new ArrayList<>(), new ArrayList<>()));
  }
}
