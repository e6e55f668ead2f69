package dev.shardline.ingest.source.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where a response says that more of it is: {@code Link: <...>; rel="next"} (RFC 8288). */
final class NextPage {

  private static final String VALUE = "(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\";,]*)";

  private static final Pattern PARAMETER =
      Pattern.compile("\\s*;\\s*([^\\s=;,\"]+)(?:\\s*=\\s*" + VALUE + ")?");

  /** A target, and its parameters up to the comma before the next; quoted texts may hold commas. */
  private static final Pattern LINK =
      Pattern.compile("<([^>]*)>((?:" + PARAMETER.pattern() + ")*)");

  private NextPage() {}

  /**
   * The next page's address; null if there is none, or none that can be asked by HTTP.
   *
   * @param base the address of this page
   */
  static @Nullable HttpUrl in(Headers headers, HttpUrl base) {
    for (String header : headers.values("Link")) {
      Matcher link = LINK.matcher(header);
      while (link.find()) {
        if (isNext(link.group(2))) {
          return base.resolve(link.group(1).strip());
        }
      }
    }
    return null;
  }

  /** Only the first relation counts, as RFC 8288 says. */
  private static boolean isNext(String parameters) {
    Matcher parameter = PARAMETER.matcher(parameters);
    while (parameter.find()) {
      if (parameter.group(1).equalsIgnoreCase("rel") && parameter.group(2) != null) {
        String names = parameter.group(2).replace("\"", "").toLowerCase(Locale.ROOT);
        return Arrays.asList(names.strip().split("\\s+")).contains("next");
      }
    }
    return false;
  }
}
