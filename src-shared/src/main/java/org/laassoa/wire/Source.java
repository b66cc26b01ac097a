package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * Where the source of a project is.
 *
 * @param gitServer the git server's name: the first folder of the workspace
 * @param repository the repository's path on that server: the second folder of the workspace
 * @param url the repository's address, never with credentials in it
 * @param ref the branch's or tag's short name
 * @param username login of the git server, or missing
 * @param password password or token of the git server, or missing
 * @param submodules whether submodules are checked out too
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Source(
    String gitServer,
    String repository,
    String url,
    String ref,
    @Nullable String username,
    @Nullable String password,
    boolean submodules) {

  /** Without the password: this record may end up in a message. */
  @Override
  public String toString() {
    return "Source[" + url + " " + ref + "]";
  }
}
