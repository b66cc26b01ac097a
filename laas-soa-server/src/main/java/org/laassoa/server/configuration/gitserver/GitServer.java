package org.laassoa.server.configuration.gitserver;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.ConfigurationEntry;

/** A git server with its login. */
@Entity
@Table(name = "git_servers")
public class GitServer extends ConfigurationEntry {
  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private GitServerKind kind = GitServerKind.GENERIC;

  @Column(nullable = false)
  private String address;

  @Column private @Nullable Integer port;

  @Column private @Nullable String username;

  @Column(name = "password_enc")
  private byte @Nullable [] passwordEnc;

  @Column(name = "is_default", nullable = false)
  private boolean isDefault;

  @Column(name = "api_token_enc")
  private byte @Nullable [] apiTokenEnc;

  @Column(nullable = false)
  private boolean insecure;

  /** For Hibernate. */
  protected GitServer() {}

  GitServer(String name) {
    super(name);
  }

  void apply(GitServerRequest request) {
    kind = request.kind();
    address = request.address();
    port = request.port();
    username = request.username();
    isDefault = request.isDefault();
    insecure = request.insecure();
  }

  void setPasswordEnc(byte @Nullable [] passwordEnc) {
    this.passwordEnc = passwordEnc;
  }

  void setApiTokenEnc(byte @Nullable [] apiTokenEnc) {
    this.apiTokenEnc = apiTokenEnc;
  }

  /** What runs there. */
  public GitServerKind getKind() {
    return kind;
  }

  /** Scheme, host and perhaps a path, as it was put. */
  public String getAddress() {
    return address;
  }

  /** The port, or null for the scheme's own. */
  public @Nullable Integer getPort() {
    return port;
  }

  /** The login, or null where none is needed. */
  public @Nullable String getUsername() {
    return username;
  }

  /** The encrypted password, or null; {@link GitServers#password} decrypts it. */
  byte @Nullable [] getPasswordEnc() {
    return passwordEnc;
  }

  /** The encrypted token for its API, or null; {@link GitServers#apiToken} decrypts it. */
  byte @Nullable [] getApiTokenEnc() {
    return apiTokenEnc;
  }

  /** Whether calls to its API take any TLS certificate. */
  public boolean isInsecure() {
    return insecure;
  }

  /** Whether projects that name no git server use this one. */
  public boolean isDefault() {
    return isDefault;
  }

  /**
   * The whole address of a repository on this server, {@code http://host:3000/team/app.git}.
   *
   * @param repository its path on this server, or a whole address, which is given back
   */
  public String urlOf(String repository) {
    return new RepositoryAddress(address, port).of(repository);
  }

  /** Its address with the port, without a slash at its end: {@code http://host:3000}. */
  public String webAddress() {
    return new RepositoryAddress(address, port).root().replaceAll("/$", "");
  }

  /**
   * The path of a repository on this server, {@code team/app}.
   *
   * @param repository its path on this server, or a whole address
   * @return nothing where a whole address is on another server
   */
  public Optional<String> pathOf(String repository) {
    return new RepositoryAddress(address, port).pathOf(repository);
  }

  /**
   * Whether that address is below this server's own, so that its login may be sent there: a project
   * with a whole address may name any host.
   */
  public boolean serves(String url) {
    return new RepositoryAddress(address, port).covers(url);
  }
}
