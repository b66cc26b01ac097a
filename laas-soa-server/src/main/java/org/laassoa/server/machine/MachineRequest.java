package org.laassoa.server.machine;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.EntryRequest;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.WriteOnly;

/**
 * A machine as people send it.
 *
 * @param name the name; with a PUT the address has it
 * @param description free text
 * @param address IP address or host name
 * @param port of the SSH server, 22 when missing
 * @param username the account to sign in with
 * @param password its password; missing keeps the stored one, null clears it
 * @param privateKey a private key, such as the content of {@code id_ed25519}; missing keeps the
 *     stored one, null clears it
 * @param passphrase what the key is encrypted with; missing keeps the stored one, null clears it
 * @param become {@code sudo} where the account is not root and may become it
 * @param directory where the agent is installed; missing means {@code /opt/laas-agent} for root and
 *     with sudo, {@code ~/.laas-agent} otherwise
 * @param agentName the agent's name, the machine's when missing
 * @param capacity how many builds at once, 1 when missing
 * @param actions the types of action that the agent takes; missing or empty means all
 * @param labels what the agent says about itself, such as {@code gpu}
 * @param executor what the agent runs scripts with; {@code auto} when missing
 * @param serverUrl the address at which the machine reaches this server; missing means the setting
 *     {@code laas.public-url}
 * @param hostKey the host's key where it is known beforehand, as {@code ssh-keygen -l} shows it or
 *     as in its {@code .pub} file; missing keeps the pinned one
 */
@Schema(name = "MachineRequest", examples = MachineExamples.REQUEST)
@JsonNaming(SnakeCaseStrategy.class)
public record MachineRequest(
    @EntryName @Nullable String name,
    @Text(max = 1000, form = Text.Form.LINES) String description,
    @NotNull
        @Pattern(
            regexp = "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:.]{2,45}",
            message = "must be an IP address or a host name; the port has its own field")
        String address,
    @Min(1) @Max(65535) @Nullable Integer port,
    @NotNull
        @Pattern(
            regexp = "[A-Za-z0-9_][A-Za-z0-9_.@-]{0,99}",
            message = "must be an account's name")
        String username,
    @Schema(implementation = String.class, nullable = true, writeOnly = true)
        WriteOnly<String> password,
    @Schema(implementation = String.class, nullable = true, writeOnly = true)
        WriteOnly<String> privateKey,
    @Schema(implementation = String.class, nullable = true, writeOnly = true)
        WriteOnly<String> passphrase,
    @Nullable Become become,
    @Pattern(
            regexp = "(?:~|)(?:/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}){1,20}",
            message =
                "must be a path such as /opt/laas-agent or ~/agent, of letters, digits, '.', '_'"
                    + " and '-'")
        @Nullable String directory,
    @Size(min = 1) @Text(max = 100) @Nullable String agentName,
    @Min(1) @Max(1000) @Nullable Integer capacity,
    @Size(max = 50) List<@NotNull @Text(max = 100) String> actions,
    @Size(max = 50)
        List<
                @NotNull
                @Pattern(
                    regexp = "[A-Za-z0-9][A-Za-z0-9._=/-]{0,99}",
                    message = "must be 1 to 100 letters, digits, '.', '_', '=', '/' or '-'")
                String>
            labels,
    @Nullable AgentExecutor executor,
    @Text(max = 500) @Nullable String serverUrl,
    @Text(max = 5000) @Nullable String hostKey)
    implements EntryRequest {

  /** Fills in what may be missing. */
  public MachineRequest {
    description = Objects.requireNonNullElse(description, "");
    actions = Objects.requireNonNullElse(actions, List.of());
    labels = Objects.requireNonNullElse(labels, List.of());
  }
}
