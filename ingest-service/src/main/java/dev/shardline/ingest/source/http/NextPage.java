package dev.shardline.ingest.source.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where a response says that more of it is: {@code Link: <...>; rel="next"} (RFC 8288). */
final class NextPage {

  /** A target, and its parameters up to the comma before the next; quoted texts may hold commas. */
  private static final Pattern LINK =
      Pattern.compile(
          "<([^>]*)>((?:\\s*;\\s*[^\\s=;,]+(?:\\s*=\\s*(?:\"[^\"]*\"|[^\\s\";,]*))?)*)");

  private static final Pattern RELATION =
      Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s\";,]*))", Pattern.CASE_INSENSITIVE);

  private NextPage() {}

  /** The next page's address; null if there is none, or none that can be asked by HTTP. */
  static @Nullable HttpUrl of(HttpExchange exchange) {
    for (String header : exchange.headers().values("Link")) {
      Matcher link = LINK.matcher(header);
      while (link.find()) {
        if (isNext(link.group(2))) {
          return exchange.target().url().resolve(link.group(1).strip());
        }
      }
    }
    return null;
  }

  private static boolean isNext(String parameters) {
    Matcher relation = RELATION.matcher(parameters);
    if (!relation.find()) {
      return false;
    }
    String names = relation.group(1) == null ? relation.group(2) : relation.group(1);
    return Arrays.asList(names.toLowerCase(Locale.ROOT).split("\\s+")).contains("next");
  }
}
