package org.laassoa.server.configuration.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;

/** Tells a missing field from null, which Jackson alone does not. */
final class WriteOnlyDeserializer extends JsonDeserializer<WriteOnly<?>>
    implements ContextualDeserializer {
  private final JavaType valueType;

  WriteOnlyDeserializer() {
    this(TypeFactory.unknownType());
  }

  private WriteOnlyDeserializer(JavaType valueType) {
    this.valueType = valueType;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, BeanProperty property) {
    return new WriteOnlyDeserializer(context.getContextualType().containedTypeOrUnknown(0));
  }

  @Override
  public WriteOnly<?> deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    Object value = context.readValue(parser, valueType);
    return new WriteOnly.Replace<>(value);
  }

  @Override
  public WriteOnly<?> getNullValue(DeserializationContext context) {
    return new WriteOnly.Clear<>();
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) {
    return new WriteOnly.Keep<>();
  }
}
