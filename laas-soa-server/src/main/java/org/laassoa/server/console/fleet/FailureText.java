package org.laassoa.server.console.fleet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.laassoa.server.console.Language;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFailure;

/**
 * What a code of failures on machines means in a language; {@code {names}} are not filled yet.
 *
 * @param code the code, as in the API
 * @param message what has happened
 * @param advice what a person can do about it
 */
record FailureText(String code, String message, String advice) {
  private static final Properties CHINESE = read("/messages/machine_failures_zh.properties");

  /** The words for that code. */
  static FailureText of(FailureCode code, Language language) {
    String name = code.wireName();
    return switch (language) {
      case EN -> new FailureText(name, code.message(), code.advice());
      case ZH ->
          new FailureText(
              name,
              CHINESE.getProperty(name, code.message()),
              CHINESE.getProperty(name + ".advice", code.advice()));
    };
  }

  /** What has happened, with these details. */
  String message(Map<String, String> details) {
    return MachineFailure.fill(message, details);
  }

  /** What a person can do about it, with these details. */
  String advice(Map<String, String> details) {
    return MachineFailure.fill(advice, details);
  }

  private static Properties read(String file) {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(FailureText.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      Properties words = new Properties();
      words.load(reader);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
