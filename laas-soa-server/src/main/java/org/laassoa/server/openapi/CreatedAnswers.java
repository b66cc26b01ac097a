package org.laassoa.server.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The header Location of every 201 whose body has an id, hence an address of its own. */
final class CreatedAnswers {
  private static final String LOCATION = "Location";

  private final Map<String, Schema> schemas;

  CreatedAnswers(Components components) {
    schemas = components.getSchemas();
    components.addHeader(
        LOCATION,
        OASFactory.createHeader()
            .description("The address of what was created")
            .schema(
                OASFactory.createSchema()
                    .addType(Schema.SchemaType.STRING)
                    .format("uri-reference")));
  }

  void addTo(Operation operation) {
    APIResponse created = operation.getResponses().getAPIResponse("201");
    if (created != null && created.getContent() != null && hasAddress(created)) {
      created.addHeader(LOCATION, OASFactory.createHeader().ref(LOCATION));
    }
  }

  private boolean hasAddress(APIResponse created) {
    return created.getContent().getMediaTypes().values().stream()
        .map(body -> References.target(body.getSchema(), schemas))
        .anyMatch(
            schema -> schema.getProperties() != null && schema.getProperties().containsKey("id"));
  }
}
