package org.laassoa.server.provisioning;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why an operation failed, for programs and for other languages than English.
 *
 * @param code what it was, such as {@code nothing_answers}
 * @param step at which step, or null when it was none of them
 * @param details what it is about, such as {@code address} and {@code port}
 */
@Schema(name = "MachineOperationFailure")
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record OperationFailure(String code, @Nullable String step, Map<String, String> details) {

  static OperationFailure of(OperationEnd.Failed end) {
    return new OperationFailure(
        end.failure().code().wireName(), end.step(), end.failure().details());
  }
}
