package org.laassoa.server.console.administration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.laassoa.server.audit.AuditFilter;
import org.laassoa.server.problem.ProblemException;

/**
 * What of the audit trail is wanted, as the form has it; what is empty says nothing.
 *
 * @param actor the user
 * @param action the operation
 * @param subject what it is about
 * @param from the first day
 * @param to the last day
 */
record AuditQuery(String actor, String action, String subject, String from, String to) {

  /**
   * The same for the trail.
   *
   * @throws ProblemException when a day is none
   */
  AuditFilter filter() {
    return AuditFilter.of(actor.strip(), action.strip(), subject.strip(), begin(), end());
  }

  private String begin() {
    return from.isEmpty() ? "" : day(from, "from") + "T00:00:00Z";
  }

  private String end() {
    return to.isEmpty() ? "" : day(to, "to").plusDays(1) + "T00:00:00Z";
  }

  private static LocalDate day(String text, String field) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalidField(field, "must be a day such as 2026-11-22");
    }
  }

  /** The address's parameters. */
  Map<String, String> parameters() {
    return Map.of("actor", actor, "action", action, "subject", subject, "from", from, "to", to);
  }

  /** Where all that is wanted can be downloaded. */
  public String export() {
    Map<String, String> wanted = new TreeMap<>(parameters());
    wanted.put("from", begin());
    wanted.put("to", end());
    return "/api/audit/export?"
        + wanted.entrySet().stream()
            .filter(one -> !one.getValue().isEmpty())
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  /** Whether anything is asked for in particular. */
  public boolean narrow() {
    return parameters().values().stream().anyMatch(one -> !one.isEmpty());
  }
}
