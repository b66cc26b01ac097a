package org.laassoa.server.provisioning;

/**
 * Where things are on a machine.
 *
 * @param directory the agent's folder, an absolute path
 */
record AgentFiles(String directory) {
  private static final String USUAL = "/opt/laas-agent";

  /** The executables that there are, one folder each, named by their content. */
  String packages() {
    return directory + "/packages";
  }

  /** The folder of one executable. */
  String packageOf(AgentBinary binary) {
    return packages() + "/" + binary.shortName();
  }

  /** A link to the folder of the executable that is used. */
  String current() {
    return directory + "/current";
  }

  /** The executable that is used. */
  String executable() {
    return current() + "/laas-agent/bin/laas-agent";
  }

  /** What is on its way. */
  String upload() {
    return directory + "/upload.part";
  }

  /** Is there while an agent that runs may not run with what is there: made before any change. */
  String stale() {
    return directory + "/restart.wanted";
  }

  /** The agent's settings. */
  String settings() {
    return directory + "/agent.properties";
  }

  /** The agent's own root: sources, caches, identity. */
  String root() {
    return directory + "/root";
  }

  /** Who the agent is to its server; it holds the agent's token. */
  String identity() {
    return root() + "/.laas/identity.json";
  }

  /** Keeps the agent running without systemd. */
  String supervisor() {
    return directory + "/supervise.sh";
  }

  /** The unit of systemd; each folder has its own. */
  String unit() {
    return directory.equals(USUAL)
        ? "laas-agent.service"
        : "laas-agent" + directory.replace('/', '-') + ".service";
  }
}
