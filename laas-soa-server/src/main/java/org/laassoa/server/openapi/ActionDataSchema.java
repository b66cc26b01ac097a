package org.laassoa.server.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.laassoa.wire.ActionData;

/**
 * The schema of {@link ActionData}: one of its records, told apart by the type of the action. The
 * wire's types know no OpenAPI, so it is read from their Jackson annotations.
 */
final class ActionDataSchema {
  private static final String REFERENCE = "#/components/schemas/";

  private ActionDataSchema() {}

  static void addTo(Components components) {
    JsonTypeInfo info = Objects.requireNonNull(ActionData.class.getAnnotation(JsonTypeInfo.class));
    Discriminator discriminator = OASFactory.createDiscriminator().propertyName(info.property());
    Schema data =
        OASFactory.createSchema()
            .description("What the owner of an action needs, by the type of the action")
            .addType(SchemaType.OBJECT)
            .discriminator(discriminator);
    for (JsonSubTypes.Type type : records().value()) {
      String name = type.value().getSimpleName();
      data.addOneOf(OASFactory.createSchema().ref(name));
      Stream.concat(Stream.of(type.name()), Arrays.stream(type.names()))
          .filter(action -> !action.isEmpty())
          .forEach(action -> discriminator.addMapping(action, REFERENCE + name));
    }
    components.addSchema("ActionData", data);
  }

  private static JsonSubTypes records() {
    return Objects.requireNonNull(ActionData.class.getAnnotation(JsonSubTypes.class));
  }
}
