package org.laassoa.server.configuration.gitserver;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
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
  }

  void setPasswordEnc(byte @Nullable [] passwordEnc) {
    this.passwordEnc = passwordEnc;
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

  /**
   * Whether that address is below this server's own, so that its login may be sent there: a project
   * with a whole address may name any host.
   */
  public boolean serves(String url) {
    return new RepositoryAddress(address, port).covers(url);
  }
}
