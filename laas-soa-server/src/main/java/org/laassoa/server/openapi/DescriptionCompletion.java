package org.laassoa.server.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

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
                          SecuritySchemes.name(method, operation);
                          errors.addTo(path, operation);
                          created.addTo(operation);
                        }));
    new Examples(document).spread();
  }
}
