package org.laassoa.server.configuration.buildconfiguration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.RelativePath;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.WriteOnly;
import org.laassoa.server.configuration.script.ScriptFiles;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.secret.SecretCipher;
import org.laassoa.server.secret.UnreadableSecretException;

/** Files for the home directory of a build: settings with logins in them, so kept encrypted. */
record HomeFiles(SecretCipher cipher) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_PATH = 200;

  /** Notes what is wrong with files that someone sends, without repeating their content. */
  static void check(WriteOnly<Map<String, String>> change, FieldErrors errors) {
    Map<String, String> files = change.replacement();
    if (files == null) {
      return;
    }
    errors.require(
        files.size() <= ScriptFiles.MAX_FILES,
        "home_files",
        Message.of("must be at most %d files", ScriptFiles.MAX_FILES));
    files.forEach(
        (path, content) -> {
          String field = "home_files[" + path + "]";
          errors.require(
              RelativePath.isSafe(path, MAX_PATH),
              field,
              "must be a relative path of at most 200 characters, without '..'");
          errors.require(
              content != null && Text.Rule.isContent(content, ScriptFiles.MAX_CONTENT),
              field,
              "must be a text of at most 1 MiB, without NUL");
        });
  }

  /** What the column holds after a change. */
  byte @Nullable [] changed(
      WriteOnly<Map<String, String>> change, byte @Nullable [] stored, String name) {
    return switch (change) {
      case WriteOnly.Keep<Map<String, String>> keep -> stored;
      case WriteOnly.Clear<Map<String, String>> clear -> null;
      case WriteOnly.Replace<Map<String, String>>(var files) when files.isEmpty() -> null;
      case WriteOnly.Replace<Map<String, String>>(var files) ->
          // The same again is no change, though it would be encrypted to other bytes.
          isStored(files, stored, name) ? stored : cipher.encrypt(write(files), context(name));
    };
  }

  private boolean isStored(Map<String, String> files, byte @Nullable [] stored, String name) {
    try {
      return stored != null && decrypt(stored, name).equals(files);
    } catch (UnreadableSecretException lost) {
      return false;
    }
  }

  /** The files in plain text, path to content. */
  SortedMap<String, String> decrypt(byte @Nullable [] stored, String name) {
    return stored == null ? new TreeMap<>() : read(cipher.decrypt(stored, context(name)));
  }

  private static String context(String name) {
    return "build_configurations.home_files:" + name;
  }

  private static String write(Map<String, String> files) {
    try {
      return JSON.writeValueAsString(files);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always JSON");
    }
  }

  private static SortedMap<String, String> read(String json) {
    try {
      return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      // Without the cause: its message quotes the secret.
      throw new IllegalStateException("stored home files are always JSON");
    }
  }
}
