package org.laassoa.server.configuration.readymade;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laassoa.server.configuration.Entries;
import org.laassoa.server.configuration.EntryContext;
import org.laassoa.server.configuration.buildconfiguration.BuildConfiguration;
import org.laassoa.server.configuration.buildconfiguration.BuildConfigurationRequest;
import org.laassoa.server.configuration.buildconfiguration.BuildConfigurationView;
import org.laassoa.server.configuration.buildconfiguration.BuildConfigurations;
import org.laassoa.server.configuration.environment.BuildEnvironment;
import org.laassoa.server.configuration.environment.BuildEnvironmentRequest;
import org.laassoa.server.configuration.environment.BuildEnvironmentView;
import org.laassoa.server.configuration.environment.BuildEnvironments;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Adds what comes with the server. Every method runs in the caller's transaction. */
@ApplicationScoped
public class ReadyMades {
  private final ReadyMadeCatalogue catalogue;
  private final Entries<BuildConfiguration, BuildConfigurationRequest, BuildConfigurationView>
      configurations;
  private final Entries<BuildEnvironment, BuildEnvironmentRequest, BuildEnvironmentView>
      environments;

  ReadyMades(
      ReadyMadeCatalogue catalogue,
      BuildConfigurations configurations,
      BuildEnvironments environments,
      EntryContext context) {
    this.catalogue = catalogue;
    this.configurations = new Entries<>(configurations, context);
    this.environments = new Entries<>(environments, context);
  }

  /** All that there are, by name. */
  public List<ReadyMadeView> list() {
    return catalogue.all().stream().map(this::view).toList();
  }

  /** Adds all of them. */
  void addAll() {
    catalogue.all().forEach(this::put);
  }

  /**
   * Adds one.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND}, or {@link ProblemType#NAME_TAKEN}
   */
  ReadyMadeView add(String name) {
    ReadyMade readyMade =
        catalogue.all().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such ready-made."));
    if (isAdded(readyMade)) {
      throw new ProblemException(
          ProblemType.NAME_TAKEN,
          Message.of("There is a %s named %s already.", Message.of("build configuration"), name));
    }
    put(readyMade);
    return view(readyMade);
  }

  /** An environment of that name stays as somebody may have changed it. */
  private void put(ReadyMade readyMade) {
    if (environments.request(readyMade.language()).isEmpty()) {
      environments.put(
          readyMade.language(), environments.read(readyMade.recipe().environment().deepCopy()));
    }
    configurations.put(readyMade.name(), configurations.read(readyMade.request()));
  }

  private boolean isAdded(ReadyMade readyMade) {
    return configurations.request(readyMade.name()).isPresent();
  }

  private ReadyMadeView view(ReadyMade readyMade) {
    return ReadyMadeView.of(readyMade, isAdded(readyMade));
  }
}
