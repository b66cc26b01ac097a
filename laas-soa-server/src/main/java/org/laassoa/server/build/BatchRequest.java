package org.laassoa.server.build;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldError;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/**
 * Builds asked for together.
 *
 * @param builds 1 to 1000 of them
 */
@JsonNaming(SnakeCaseStrategy.class)
public record BatchRequest(@Schema(required = true) @Nullable List<@Nullable Item> builds) {

  private static final int MOST = 1000;

  /**
   * One of them; see {@link BuildRequest} for the fields.
   *
   * @param project the project's name
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchItem")
  public record Item(
      @Schema(required = true, examples = "shop") @Nullable String project,
      @Schema(
              enumeration = {"branch", "tag"},
              examples = "branch")
          @Nullable String type,
      @Schema(required = true, examples = "main") @Nullable String ref,
      @Schema(examples = "{\"DEPLOY_TO\": \"staging\"}") @Nullable Map<String, String> parameters,
      @Schema(examples = "0", minimum = "-100", maximum = "100") @Nullable Integer priority) {}

  /**
   * What is wrong with one item, as errors of the whole request.
   *
   * @throws ProblemException when it is nothing about a field; the item is named then
   */
  static List<FieldError> errorsOf(int item, ProblemException problem) {
    String field = "builds[" + item + "]";
    if (problem.type() == ProblemType.NOT_FOUND) {
      return List.of(new FieldError(field + ".project", "names no project"));
    }
    if (problem.errors().isEmpty()) {
      throw new ProblemException(problem.type(), Message.of("%s: %s", field, problem.detail()));
    }
    return problem.errors().stream()
        .map(error -> new FieldError(field + "." + error.field(), error.message()))
        .toList();
  }

  /**
   * Checks a request.
   *
   * @throws ProblemException with all that is wrong, field by field
   */
  static List<NamedRequest> check(@Nullable BatchRequest request) {
    List<@Nullable Item> items = request == null ? null : request.builds();
    if (items == null || items.isEmpty() || items.size() > MOST) {
      throw ProblemException.invalidField("builds", Message.of("must have 1 to %s elements", MOST));
    }
    List<FieldError> errors = new ArrayList<>();
    List<NamedRequest> checked = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String field = "builds[" + i + "]";
      Item item = items.get(i);
      if (item == null || item.project() == null) {
        errors.add(new FieldError(field + ".project", "is missing"));
        continue;
      }
      try {
        checked.add(
            new NamedRequest(
                item.project(),
                CheckedRequest.of(
                    new BuildRequest(
                        item.type(), item.ref(), item.parameters(), item.priority()))));
      } catch (ProblemException e) {
        errors.addAll(errorsOf(i, e));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalidFields(errors);
    }
    return checked;
  }
}
