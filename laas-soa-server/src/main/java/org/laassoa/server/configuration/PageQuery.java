package org.laassoa.server.configuration;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.ProblemException;

/**
 * Which page of a list is wanted, as in the address. The numbers come as text: the framework
 * answers 404 where a number is none, and a wrong parameter is the caller's 400.
 */
public class PageQuery {
  private static final int MAX_SIZE = 500;
  private static final int MAX_PAGE = 1_000_000;
  private static final int MAX_TEXT = 200;

  @Parameter(
      description = "Page, from 0",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0"))
  @QueryParam("page")
  @DefaultValue("0")
  String page = "0";

  @Parameter(
      description = "Entries a page, 1 to 500",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50"))
  @QueryParam("size")
  @DefaultValue("50")
  String size = "50";

  @Parameter(description = "Text that the name or description contains")
  @QueryParam("q")
  @DefaultValue("")
  String text = "";

  @Parameter(
      description =
          "A field and its value, such as `git_server:gitea`; several must all hold. Which fields"
              + " there are depends on the kind")
  @QueryParam("filter")
  List<String> filters = List.of();

  /** The page, from 0. */
  public int page() {
    return number(page, "page", 0, MAX_PAGE);
  }

  /** Entries a page, 1 to 500. */
  public int size() {
    return number(size, "size", 1, MAX_SIZE);
  }

  /** What to search for, possibly empty. */
  public String text() {
    if (!Text.Rule.isOneLine(text, MAX_TEXT)) {
      throw ProblemException.invalidField("q", "must be one line of at most 200 characters");
    }
    return text;
  }

  /**
   * What else must hold.
   *
   * @param known the fields that can be filtered by, to where they are in the entity
   * @return where in the entity to the wanted value
   */
  Map<String, String> filters(Map<String, String> known) {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String filter : filters) {
      int colon = filter.indexOf(':');
      String field = colon < 0 ? null : known.get(filter.substring(0, colon));
      if (field == null) {
        throw ProblemException.invalidField(
            "filter",
            Message.of(
                "must be one of %s, a colon and a value",
                known.keySet().stream().sorted().toList()));
      }
      String value = filter.substring(colon + 1);
      if (!Text.Rule.isOneLine(value, MAX_TEXT)) {
        throw ProblemException.invalidField(
            "filter", "must have a value of one line of at most 200 characters");
      }
      wanted.put(field, value);
    }
    return wanted;
  }

  private static int number(String text, String field, int min, int max) {
    int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    if (number < min || number > max) {
      throw ProblemException.invalidField(
          field, Message.of("must be a number from %d to %d", min, max));
    }
    return number;
  }
}
