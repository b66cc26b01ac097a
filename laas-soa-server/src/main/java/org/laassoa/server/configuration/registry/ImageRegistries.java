package org.laassoa.server.configuration.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.configuration.StoredPassword;
import org.laassoa.server.configuration.Usage;
import org.laassoa.server.outbound.AddressPolicy;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.secret.SecretCipher;

/** How image registries are checked, stored and shown. */
@ApplicationScoped
public class ImageRegistries
    implements EntryKind<ImageRegistry, ImageRegistryRequest, ImageRegistryView> {
  static final String PATH = "/api/image-registries";

  private final ImageRegistryRepository repository;
  private final StoredPassword passwords;
  private final AddressPolicy addresses;

  ImageRegistries(
      ImageRegistryRepository repository, SecretCipher cipher, AddressPolicy addresses) {
    this.repository = repository;
    this.addresses = addresses;
    this.passwords = new StoredPassword(cipher, "image_registries.password");
  }

  /** The password of that registry in plain text, if it has one. */
  public Optional<String> password(ImageRegistry registry) {
    return passwords.decrypt(registry.getPasswordEnc(), registry.getName());
  }

  @Override
  public String noun() {
    return "image registry";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public ImageRegistryRepository repository() {
    return repository;
  }

  @Override
  public Class<ImageRegistryRequest> requestType() {
    return ImageRegistryRequest.class;
  }

  @Override
  public ImageRegistry create(String name) {
    return new ImageRegistry(name);
  }

  @Override
  public void check(ImageRegistryRequest request, FieldErrors errors) {
    String host = request.address().replaceAll("/.*", "");
    errors.require(!addresses.forbids(host), "address", AddressPolicy.COMPLAINT);
    StoredPassword.check(request.password(), errors);
  }

  @Override
  public void apply(ImageRegistryRequest request, ImageRegistry registry) {
    registry.apply(request);
    registry.setPasswordEnc(
        passwords.changed(request.password(), registry.getPasswordEnc(), registry.getName()));
  }

  @Override
  public ImageRegistryView view(ImageRegistry registry) {
    return ImageRegistryView.of(registry);
  }

  @Override
  public List<Usage> usages() {
    return List.of(
        Usage.byReference("build environment", "build_environments", "image_registry_id"),
        Usage.byReference("parent image", "parent_images", "image_registry_id"),
        Usage.byReference("project", "projects", "image_registry_id"));
  }
}
