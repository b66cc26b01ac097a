package org.laassoa.server.configuration;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.problem.FieldErrors;

/**
 * Which page of a list is wanted. The numbers come as text: the framework answers 404 where a
 * number is none, and a wrong parameter is the caller's 400.
 */
public class PageQuery {
  private static final int MAX_SIZE = 500;
  private static final int MAX_PAGE = 1_000_000;

  private final String text;
  private final int page;
  private final int size;

  /** As in the address. */
  public PageQuery(
      @Parameter(description = "Page, from 0", schema = @Schema(type = SchemaType.INTEGER))
          @QueryParam("page")
          @DefaultValue("0")
          String page,
      @Parameter(
              description = "Entries a page, 1 to 500",
              schema = @Schema(type = SchemaType.INTEGER))
          @QueryParam("size")
          @DefaultValue("50")
          String size,
      @Parameter(description = "Text that the name or description contains")
          @QueryParam("q")
          @DefaultValue("")
          String text) {
    FieldErrors errors = new FieldErrors();
    this.page = number(page, "page", 0, MAX_PAGE, errors);
    this.size = number(size, "size", 1, MAX_SIZE, errors);
    this.text = text;
    errors.require(
        Text.Rule.isOneLine(text, 200), "q", "must be one line of at most 200 characters");
    errors.throwIfAny();
  }

  /** The page, from 0. */
  public int page() {
    return page;
  }

  /** Entries a page, 1 to 500. */
  public int size() {
    return size;
  }

  /** What to search for, possibly empty. */
  public String text() {
    return text;
  }

  private static int number(String text, String field, int min, int max, FieldErrors errors) {
    boolean valid = text.matches("[0-9]{1,9}");
    int number = valid ? Integer.parseInt(text) : min;
    errors.require(
        valid && number >= min && number <= max,
        field,
        "must be a number from %d to %d".formatted(min, max));
    return number;
  }
}
