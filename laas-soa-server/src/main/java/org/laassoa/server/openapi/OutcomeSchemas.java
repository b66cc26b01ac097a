package org.laassoa.server.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.Outcome;

/**
 * The schema of {@link Outcome}: one of its records, told apart by a property. The wire's types
 * know no OpenAPI, so it is read from their Jackson annotations.
 */
final class OutcomeSchemas {
  private static final String NAME = "Outcome";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SnakeCaseStrategy SNAKE_CASE =
      (SnakeCaseStrategy) PropertyNamingStrategies.SNAKE_CASE;

  private OutcomeSchemas() {}

  static void addTo(Components components) {
    String property =
        Objects.requireNonNull(Outcome.class.getAnnotation(JsonTypeInfo.class)).property();
    Discriminator discriminator = OASFactory.createDiscriminator().propertyName(property);
    Schema outcome =
        OASFactory.createSchema()
            .description("How an attempt ended")
            .addType(SchemaType.OBJECT)
            .discriminator(discriminator);
    JsonSubTypes records = Objects.requireNonNull(Outcome.class.getAnnotation(JsonSubTypes.class));
    for (JsonSubTypes.Type type : records.value()) {
      String name = NAME + type.value().getSimpleName();
      components.addSchema(name, schema(type, property));
      outcome.addOneOf(OASFactory.createSchema().ref(name));
      discriminator.addMapping(type.name(), "#/components/schemas/" + name);
    }
    components.addSchema(NAME, outcome);
  }

  private static Schema schema(JsonSubTypes.Type type, String property) {
    Schema schema =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .addProperty(
                property,
                OASFactory.createSchema().addType(SchemaType.STRING).constValue(type.name()))
            .addRequired(property);
    for (RecordComponent component : type.value().getRecordComponents()) {
      String name = SNAKE_CASE.translate(component.getName());
      schema.addProperty(name, schema(component.getType()));
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        schema.addRequired(name);
      }
    }
    return schema;
  }

  private static Schema schema(Class<?> type) {
    Schema schema = OASFactory.createSchema();
    if (type.isEnum()) {
      schema.addType(SchemaType.STRING);
      Arrays.stream(type.getEnumConstants())
          .forEach(constant -> schema.addEnumeration(JSON.valueToTree(constant).textValue()));
      return schema;
    }
    return type == String.class
        ? schema.addType(SchemaType.STRING)
        : schema.addType(SchemaType.INTEGER).format(type == int.class ? "int32" : "int64");
  }
}
