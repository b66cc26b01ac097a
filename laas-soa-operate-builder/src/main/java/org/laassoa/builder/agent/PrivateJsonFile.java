package org.laassoa.builder.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A record kept in a file that only the agent's user may read. It is replaced as a whole: whoever
 * reads it, after a crash too, sees the old or the new one.
 *
 * @param file where it is
 * @param type the record's type
 */
record PrivateJsonFile<T>(Path file, Class<T> type) {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** What is there, or nothing. */
  Optional<T> read() throws IOException {
    return Files.exists(file)
        ? Optional.of(MAPPER.readValue(file.toFile(), type))
        : Optional.empty();
  }

  void write(T value) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, MAPPER.writeValueAsBytes(value));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
