package org.laassoa.server.console.build;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.BuildFilter;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.ProblemException;

/** Which builds the address of their page asks for. What a form leaves empty does not count. */
public class BuildsQuery {

  private static final int MOST_PAGES = 1_000_000;

  @QueryParam("q")
  @DefaultValue("")
  String text = "";

  @QueryParam("state")
  @DefaultValue("")
  String state = "";

  @QueryParam("project")
  @DefaultValue("")
  String project = "";

  @QueryParam("ref")
  @DefaultValue("")
  String ref = "";

  @QueryParam("page")
  @DefaultValue("0")
  String page = "0";

  /** What the name or the ref contains. */
  public String text() {
    return text;
  }

  /** The only state, or empty. */
  public String state() {
    return state;
  }

  /** The only project or parent image, or empty. */
  public String project() {
    return project;
  }

  /** The only branch or tag, or empty. */
  public String ref() {
    return ref;
  }

  /** The page, from 0. */
  int page() {
    if (!page.matches("[0-9]{1,6}")) {
      throw ProblemException.invalidField(
          "page", Message.of("must be a number from %d to %d", 0, MOST_PAGES - 1));
    }
    return Integer.parseInt(page);
  }

  /** Whether it asks for some builds only. */
  public boolean isNarrow() {
    return !(text + state + project + ref).isEmpty();
  }

  /** Whether it asks for what is picked from the newest builds only. */
  public boolean isPicked() {
    return !(text + ref).isEmpty();
  }

  /** The filter, with so many builds on a page. */
  BuildFilter filter(int size) {
    if (text.indexOf('\0') >= 0) {
      throw ProblemException.invalidField("q", "contains NUL");
    }
    return new BuildFilter(orNull(project), null, orNull(state), orNull(ref), text, page(), size);
  }

  /** The address without what narrows the list by project or ref. */
  public String everywhere() {
    return address(Map.of("q", text, "state", state));
  }

  /** The address of another page of the same list. */
  String addressOf(int other) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("q", text);
    parts.put("state", state);
    parts.put("project", project);
    parts.put("ref", ref);
    parts.put("page", other == 0 ? "" : Integer.toString(other));
    return address(parts);
  }

  private static String address(Map<String, String> parts) {
    String query =
        parts.entrySet().stream()
            .filter(part -> !part.getValue().isEmpty())
            .map(part -> part.getKey() + "=" + BuildSubject.encoded(part.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "/builds" : "/builds?" + query;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
