package dev.shardline.broker.secured;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What the broker's authoriser decided, as it logged it.
 *
 * @param principal such as {@code User:shardline-client}
 * @param allowed or refused
 * @param operation what was asked for
 * @param resource on which it was asked for, such as {@code Topic:LITERAL:shards}
 * @param request the kind of request that asked
 * @param rule the rule that decided, as the broker tells it
 */
public record AuditedDecision(
    String principal,
    boolean allowed,
    String operation,
    String resource,
    String request,
    String rule) {

  static final String LOGGER = "kafka.authorizer.logger";

  private static final Pattern LINE =
      Pattern.compile(
          "Principal = (\\S+) is (Allowed|Denied) operation = (\\S+) from host = \\S+ on resource ="
              + " (\\S+) for request = (\\S+) with resourceRefCount = \\d+ based on rule (.*)");

  private static final Pattern RULE =
      Pattern.compile(
          "MatchingAcl\\(acl=StandardAcl\\[resourceType=(\\w+), resourceName=([^,]+),"
              + " patternType=LITERAL, principal=([^,]+), host=\\*, operation=(\\w+),"
              + " permissionType=ALLOW]\\)");

  static Optional<AuditedDecision> of(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.find()
        ? Optional.of(
            new AuditedDecision(
                matcher.group(1),
                matcher.group(2).equals("Allowed"),
                matcher.group(3).toUpperCase(Locale.ROOT),
                matcher.group(4),
                matcher.group(5),
                matcher.group(6)))
        : Optional.empty();
  }

  /** The right by which it was allowed; empty: none, or it was refused. */
  public Optional<AclBinding> right() {
    Matcher matcher = RULE.matcher(rule);
    return matcher.matches()
        ? Optional.of(
            new AclBinding(
                new ResourcePattern(
                    ResourceType.fromString(matcher.group(1)),
                    matcher.group(2),
                    PatternType.LITERAL),
                new AccessControlEntry(
                    matcher.group(3),
                    "*",
                    AclOperation.fromString(matcher.group(4)),
                    AclPermissionType.ALLOW)))
        : Optional.empty();
  }
}
