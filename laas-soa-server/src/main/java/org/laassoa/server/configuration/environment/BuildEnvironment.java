package org.laassoa.server.configuration.environment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.ConfigurationEntry;
import org.laassoa.server.configuration.registry.ImageRegistry;
import org.laassoa.wire.Environment;
import org.laassoa.wire.PullPolicy;

/** The image that builds run in, and what they may use. */
@Entity
@Table(name = "build_environments")
public class BuildEnvironment extends ConfigurationEntry {
  @Column(nullable = false)
  private String image;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "image_registry_id")
  private @Nullable ImageRegistry imageRegistry;

  @Column private @Nullable String recipe;

  @Column(name = "pull_policy", nullable = false)
  private PullPolicy pullPolicy = PullPolicy.IF_MISSING;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private ContainerNetwork network = ContainerNetwork.BRIDGE;

  @Column(name = "memory_bytes")
  private @Nullable Long memoryBytes;

  @Column private @Nullable Double cpus;

  @Column private @Nullable Long pids;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(nullable = false)
  private List<String> tools = List.of();

  /** For Hibernate. */
  protected BuildEnvironment() {}

  BuildEnvironment(String name) {
    super(name);
  }

  void apply(BuildEnvironmentRequest request, @Nullable ImageRegistry registry) {
    image = request.image();
    imageRegistry = registry;
    recipe = request.recipe();
    pullPolicy = request.pullPolicy();
    network = request.network();
    memoryBytes = request.memoryBytes();
    cpus = request.cpus();
    pids = request.pids();
    tools = new ArrayList<>(request.tools());
  }

  /** The base image. */
  public String getImage() {
    return image;
  }

  /** Where to log in to pull the base image, or null. */
  public @Nullable ImageRegistry getImageRegistry() {
    return imageRegistry;
  }

  /** Dockerfile lines after FROM, or null. */
  public @Nullable String getRecipe() {
    return recipe;
  }

  /** When the base image is pulled. */
  public PullPolicy getPullPolicy() {
    return pullPolicy;
  }

  /** The network that scripts see. */
  public ContainerNetwork getNetwork() {
    return network;
  }

  /** Memory of a script in bytes, or null for no limit. */
  public @Nullable Long getMemoryBytes() {
    return memoryBytes;
  }

  /** Processors of a script, such as 1.5, or null for no limit. */
  public @Nullable Double getCpus() {
    return cpus;
  }

  /** Processes of a script, or null for no limit. */
  public @Nullable Long getPids() {
    return pids;
  }

  /** What people find in it, such as {@code maven 3.9}; nothing checks it. */
  public List<String> getTools() {
    return List.copyOf(tools);
  }

  /** As agents are told of it, without the registry's login. */
  public Environment wire() {
    return new Environment(getName(), image, recipe, pullPolicy, network.storedName(), null);
  }
}
