package org.laassoa.server.outbound;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.laassoa.server.language.Message;
import org.laassoa.server.language.Translatable;
import org.laassoa.server.language.Translations;

/**
 * What a test of a connection found.
 *
 * @param ok whether everything that is needed works
 * @param checks what was looked at, in order
 */
@Schema(name = "ConnectionCheck")
@JsonNaming(SnakeCaseStrategy.class)
public record ConnectionCheck(boolean ok, List<Item> checks) implements Translatable {

  /**
   * One thing that was looked at.
   *
   * @param name what: {@code reachable}, {@code account}, {@code rights}
   * @param result whether it is as it should be; a warning does not keep builds from working
   * @param message what was found, for people
   */
  @Schema(name = "ConnectionCheckItem")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Item(
      String name,
      @Schema(enumeration = {"ok", "warning", "failed"}) String result,
      @Schema(implementation = String.class) Message message) {

    private Item in(Translations language) {
      return new Item(name, result, Message.of(message.in(language)));
    }

    /** It is as it should be. */
    public static Item ok(String name, Message message) {
      return new Item(name, "ok", message);
    }

    /** It works, and yet somebody should look at it. */
    public static Item warning(String name, Message message) {
      return new Item(name, "warning", message);
    }

    /** It keeps builds from working. */
    public static Item failed(String name, Message message) {
      return new Item(name, "failed", message);
    }
  }

  /** All went well unless one of them failed. */
  public static ConnectionCheck of(List<Item> checks) {
    return new ConnectionCheck(
        checks.stream().noneMatch(check -> check.result().equals("failed")), checks);
  }

  @Override
  public ConnectionCheck in(Translations language) {
    return new ConnectionCheck(ok, checks.stream().map(check -> check.in(language)).toList());
  }
}
