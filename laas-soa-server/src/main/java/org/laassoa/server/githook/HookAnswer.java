package org.laassoa.server.githook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a git host is answered; people see it there in the list of deliveries.
 *
 * @param result what became of the call
 * @param note why, in words
 * @param build the build, or missing
 */
@Schema(name = "HookAnswer")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HookAnswer(
    @Schema(enumeration = {"built", "repeated", "ignored", "failed"}) String result,
    String note,
    @Nullable Long build) {

  static HookAnswer built(long build) {
    return new HookAnswer("built", "build " + build, build);
  }

  static HookAnswer repeated(long build) {
    return new HookAnswer(
        "repeated", "build " + build + " was made for this already; to repeat it, retry it", build);
  }

  static HookAnswer ignored(String why) {
    return new HookAnswer("ignored", why, null);
  }

  static HookAnswer failed(String why) {
    return new HookAnswer("failed", why, null);
  }
}
