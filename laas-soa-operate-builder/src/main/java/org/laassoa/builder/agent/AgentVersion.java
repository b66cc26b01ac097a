package org.laassoa.builder.agent;

import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import picocli.CommandLine.IVersionProvider;

/** The agent's version, as the build set it. */
@Dependent
public class AgentVersion implements IVersionProvider {

  private final String version;

  /** The version of that name. */
  public AgentVersion(@ConfigProperty(name = "quarkus.application.version") String version) {
    this.version = version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"laas-agent " + version};
  }

  /** Such as {@code 0.1.0}. */
  String number() {
    return version;
  }
}
