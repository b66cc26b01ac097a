package org.laassoa.server.configuration.environment;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.EntryRequest;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.configuration.input.ImageReference;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.wire.PullPolicy;

/**
 * A build environment as people send it.
 *
 * @param name the name; with a PUT the address has it
 * @param description free text
 * @param image the base image
 * @param imageRegistry the registry to log in to for the base image, or missing
 * @param recipe Dockerfile lines after FROM, or missing
 * @param pullPolicy when the base image is pulled; missing means if_missing
 * @param network the network that scripts see; missing means bridge
 * @param memoryBytes memory of a script, at least 6 MiB as engines demand, or missing for no limit
 * @param cpus processors of a script, or missing for no limit
 * @param pids processes of a script, or missing for no limit
 */
@Schema(name = "BuildEnvironmentRequest", examples = BuildEnvironmentExamples.REQUEST)
@JsonNaming(SnakeCaseStrategy.class)
public record BuildEnvironmentRequest(
    @EntryName @Nullable String name,
    @Text(max = 1000, form = Text.Form.LINES) String description,
    @NotNull @ImageReference String image,
    @EntryName @Nullable String imageRegistry,
    @Text(max = 65536, form = Text.Form.LINES) @Nullable String recipe,
    @Schema(enumeration = {"if_missing", "always", "never"}) PullPolicy pullPolicy,
    @Schema(enumeration = {"bridge", "host", "none"}) ContainerNetwork network,
    @Min(6291456) @Nullable Long memoryBytes,
    @DecimalMin("0.01") @DecimalMax("1024") @Nullable Double cpus,
    @Min(1) @Max(4194304) @Nullable Long pids)
    implements EntryRequest {

  /** Fills in what may be missing. */
  public BuildEnvironmentRequest {
    description = Objects.requireNonNullElse(description, "");
    pullPolicy = Objects.requireNonNullElse(pullPolicy, PullPolicy.IF_MISSING);
    network = Objects.requireNonNullElse(network, ContainerNetwork.BRIDGE);
  }
}
