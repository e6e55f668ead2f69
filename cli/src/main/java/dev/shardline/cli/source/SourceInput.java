package dev.shardline.cli.source;

import dev.shardline.cli.job.InvalidInputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sources as people give them: {@code NAME=URI}. No error repeats a URI: it may hold a secret. */
public final class SourceInput {

  private static final int MAX_NAME_LENGTH = 200;

  private SourceInput() {}

  /**
   * One source for each argument.
   *
   * @throws InvalidInputException if one of them is not {@code NAME=URI} with an absolute URI, a
   *     name is given twice, or a URI holds credentials
   */
  public static List<NamedSource> ofArguments(List<String> arguments) {
    List<NamedSource> sources = new ArrayList<>(arguments.size());
    Set<String> names = new HashSet<>();
    for (String argument : arguments) {
      String where = "argument " + (sources.size() + 1);
      NamedSource source = source(argument, where);
      if (!names.add(source.name())) {
        throw new InvalidInputException(
            where,
            "expected each name once, as outcomes are told by name, was again " + source.name());
      }
      sources.add(source);
    }
    return sources;
  }

  private static NamedSource source(String argument, String where) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? "" : argument.substring(0, equals).strip();
    if (name.isEmpty()
        || name.length() > MAX_NAME_LENGTH
        || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidInputException(
          where,
          "expected NAME=URI with a name of 1 to "
              + MAX_NAME_LENGTH
              + " characters,"
              + " such as customer_api=https://host/path");
    }
    return new NamedSource(name, uri(argument.substring(equals + 1), where + " (" + name + ")"));
  }

  private static URI uri(String text, String where) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw new InvalidInputException(where, "expected a URI: " + e.getReason());
    }
    if (!uri.isAbsolute()) {
      throw new InvalidInputException(
          where, "expected an absolute URI, such as https://host/path or file:///path");
    }
    if (uri.getRawUserInfo() != null) {
      throw new InvalidInputException(
          where,
          "expected a URI without user or password, as everybody can read the topic; name a secret"
              + " of the service with --header instead");
    }
    return uri;
  }
}
