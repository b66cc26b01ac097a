package org.laassoa.server.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** JSON in columns: written by this server, so a value that cannot be read is an error of ours. */
@ApplicationScoped
public class Json {

  private final ObjectMapper mapper;

  /** JSON as this mapper writes and reads it. */
  public Json(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The value as JSON. */
  public String write(Object value) {
    return write(value.getClass(), value);
  }

  /** The value as JSON of its declared type, which writes the discriminator of a sealed one. */
  public String write(Class<?> type, Object value) {
    try {
      return mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value of ours cannot be written as JSON", e);
    }
  }

  /** The value in a column. */
  public <T> T read(String json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a column does not hold a " + type.getSimpleName(), e);
    }
  }

  /** The value in a column, of a generic type. */
  public <T> T read(String json, TypeReference<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a column does not hold a " + type.getType(), e);
    }
  }
}
