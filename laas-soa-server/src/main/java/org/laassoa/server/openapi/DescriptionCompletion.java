package org.laassoa.server.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * Completes the document, when the server is built, by what follows from what is there: who may
 * call, the error answers, the examples, and the schemas that annotations cannot express.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DescriptionCompletion implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI document) {
    OutcomeSchemas.addTo(document.getComponents());
    ActionDataSchema.addTo(document.getComponents());
    SharedOperations.addTo(document.getComponents());
    ErrorAnswers errors = new ErrorAnswers(document.getComponents());
    CreatedAnswers created = new CreatedAnswers(document.getComponents());
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) -> {
                          SharedOperations.complete(method, path, operation);
                          nameTheUsersScheme(operation);
                          errors.addTo(path, operation);
                          created.addTo(operation);
                        }));
    new Examples(document).spread();
  }

  /**
   * Roles are those of users, who sign in by {@code basic}; the framework lists them under any of
   * the schemes that it finds.
   */
  private static void nameTheUsersScheme(Operation operation) {
    List<SecurityRequirement> security = operation.getSecurity();
    if (security == null) {
      operation.setSecurity(List.of(users(List.of())));
      return;
    }
    operation.setSecurity(
        security.stream()
            .map(
                requirement -> {
                  List<String> roles =
                      requirement.getSchemes().values().stream().flatMap(List::stream).toList();
                  return roles.isEmpty() ? requirement : users(roles);
                })
            .toList());
  }

  private static SecurityRequirement users(List<String> roles) {
    return OASFactory.createSecurityRequirement().addScheme("basic", roles);
  }
}
