package org.laassoa.server.configuration.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.ConfigurationEntry;

/** An image registry with its login. */
@Entity
@Table(name = "image_registries")
public class ImageRegistry extends ConfigurationEntry {
  @Column(nullable = false)
  private String address;

  @Column private @Nullable Integer port;

  @Column private @Nullable String username;

  @Column(name = "password_enc")
  private byte @Nullable [] passwordEnc;

  @Column(nullable = false)
  private boolean tls = true;

  @Column(nullable = false)
  private boolean insecure;

  /** For Hibernate. */
  protected ImageRegistry() {}

  ImageRegistry(String name) {
    super(name);
  }

  void apply(ImageRegistryRequest request) {
    address = request.address();
    port = request.port();
    username = request.username();
    tls = request.tls();
    insecure = request.insecure();
  }

  void setPasswordEnc(byte @Nullable [] passwordEnc) {
    this.passwordEnc = passwordEnc;
  }

  /** The host, perhaps with a path that stands before each image's name. */
  public String getAddress() {
    return address;
  }

  /** The port, or null for the usual one. */
  public @Nullable Integer getPort() {
    return port;
  }

  /** The login, or null where none is needed. */
  public @Nullable String getUsername() {
    return username;
  }

  /** The encrypted password, or null; {@link ImageRegistries#password} decrypts it. */
  byte @Nullable [] getPasswordEnc() {
    return passwordEnc;
  }

  /** Whether it is reached by https. */
  public boolean isTls() {
    return tls;
  }

  /** Whether any TLS certificate is taken. */
  public boolean isInsecure() {
    return insecure;
  }

  /** Host and port, {@code 127.0.0.1:5000}: what one logs in to. */
  public String host() {
    int slash = address.indexOf('/');
    String host = slash < 0 ? address : address.substring(0, slash);
    return port == null ? host : host + ":" + port;
  }

  /** What stands before an image's name and a slash: host, port and perhaps a path. */
  public String imagePrefix() {
    int slash = address.indexOf('/');
    return slash < 0 ? host() : host() + address.substring(slash);
  }
}
