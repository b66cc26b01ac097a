package org.laassoa.server.configuration.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.JsonProblems;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads YAML that anybody may have sent: no aliases, which could stand for more than memory holds,
 * no tags that name classes, no key twice, not too deep and not too long. JSON is YAML too.
 */
final class YamlReading {
  private static final int MOST_CHARACTERS = 8 * 1024 * 1024;
  private static final int DEEPEST = 50;

  private final ObjectMapper yaml;

  YamlReading() {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MOST_CHARACTERS);
    limits.setNestingDepthLimit(DEEPEST);
    limits.setAllowDuplicateKeys(false);
    YAMLFactory factory =
        YAMLFactory.builder()
            .loaderOptions(limits)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    this.yaml =
        new ObjectMapper(factory)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * The one document in {@code text}.
   *
   * @throws ProblemException if it is not YAML, or has what is not taken
   */
  JsonNode read(byte[] text) {
    if (text.length > MOST_CHARACTERS) {
      throw new ProblemException(
          ProblemType.TOO_LARGE, Message.of("A file may have %s bytes.", MOST_CHARACTERS));
    }
    try (JsonParser parser =
        new WithoutAliases(yaml.createParser(new String(text, StandardCharsets.UTF_8)))) {
      return yaml.readTree(parser);
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory is read without input", e);
    } catch (StackOverflowError e) {
      throw new ProblemException(ProblemType.MALFORMED_REQUEST, "The file is nested too deeply.");
    }
  }

  /** Refuses what stands for something elsewhere in the text. */
  private static final class WithoutAliases extends JsonParserDelegate {
    WithoutAliases(JsonParser parser) {
      super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
      JsonToken token = super.nextToken();
      if (delegate instanceof YAMLParser parser && parser.isCurrentAlias()) {
        throw new ProblemException(
            ProblemType.MALFORMED_REQUEST,
            Message.of(
                "Aliases are not taken (line %d): write out what *%s stands for.",
                currentTokenLocation().getLineNr(), parser.getText()));
      }
      return token;
    }
  }
}
