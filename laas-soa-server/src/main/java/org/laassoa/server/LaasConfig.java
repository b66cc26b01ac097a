package org.laassoa.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The server's own settings; each is also an environment variable, such as {@code LAAS_HOME}. */
@ConfigMapping(prefix = "laas")
public interface LaasConfig {

  /** Where the embedded database and the key file are kept. */
  @WithDefault("${user.home}/.laas-soa")
  Path home();

  /** The address that the server listens on. */
  @WithDefault("0.0.0.0")
  String host();

  /** The port that the server listens on; 0 for a free one. */
  @WithDefault("8080")
  int port();

  /**
   * The proxies in front of the server, as IP addresses, networks such as {@code 10.1.0.0/16} or
   * host names, with commas between: whom an agent's or a user's call comes from is taken from
   * their header {@code X-Forwarded-For}. Without any the header means nothing.
   */
  Optional<String> trustedProxies();

  /** The PostgreSQL to use; without an address the embedded one is started. */
  Database database();

  /** The PostgreSQL to use. */
  interface Database {
    /** Its JDBC address, such as {@code jdbc:postgresql://db.example.com:5432/laas}. */
    Optional<String> url();

    /** The role to connect as. */
    Optional<String> username();

    /** That role's password. */
    Optional<String> password();
  }

  /** Password of the user {@code admin} at the first start; without it one is made and printed. */
  Optional<String> adminPassword();

  /** How long an agent owns an action without a sign of life, at least 2 s. */
  @WithDefault("PT30S")
  Duration lease();

  /** Limits on what a request may bring. */
  Limits limits();

  /** Limits on what a request may bring. */
  interface Limits {
    /** The longest log of one attempt, in bytes, at least 2 MiB. */
    @WithDefault("4294967296")
    long logBytes();
  }

  /** How long ended builds and their logs are kept. */
  Retention retention();

  /** How long ended builds and their logs are kept; whole weeks are removed. */
  interface Retention {
    /** Ended builds are kept for so long. */
    @WithDefault("P365D")
    Duration builds();

    /** Logs are kept for so long, at least 14 days and no longer than builds. */
    @WithDefault("P90D")
    Duration logs();

    /** Of each project only so many of the newest ended builds are kept; 0 means all. */
    @WithDefault("0")
    int buildsPerProject();

    /** Agents that have been silent for so long are removed: their tokens are refused then. */
    @WithDefault("P30D")
    Duration agents();

    /** The audit trail is kept for so long. */
    @WithDefault("P730D")
    Duration audit();

    /** The oldest weeks of logs are removed when all of them take more bytes; 0 means no limit. */
    @WithDefault("0")
    long logBytes();
  }

  /** The address at which machines reach this server, such as {@code https://build.example.com}. */
  Optional<String> publicUrl();

  /** A folder with the agent's executables or packages, {@code laas-agent-linux-amd64[.tar.gz]}. */
  Optional<Path> agentBinaries();

  /** How long the server works on machines. */
  Provisioning provisioning();

  /** How long the server works on machines. */
  interface Provisioning {
    /** An operation on a machine is cut off after so long. */
    @WithDefault("PT15M")
    Duration limit();

    /** How long an agent may take until it is online. */
    @WithDefault("PT90S")
    Duration online();
  }

  /** What the server itself may connect to. */
  Outbound outbound();

  /** What the server itself may connect to. */
  interface Outbound {
    /**
     * Networks such as {@code 169.254.10.0/24}, with commas between, that git servers, registries
     * and webhooks may be in although they are link-local, metadata or multicast addresses.
     */
    Optional<String> allowed();
  }

  /** How what is to be told to other systems is delivered. */
  Deliveries deliveries();

  /** How what is to be told to other systems is delivered. */
  interface Deliveries {
    /** How often a delivery is tried before it is given up, 1 to 50. */
    @WithDefault("10")
    int tries();

    /** The pause after the first try; each further one is three times as long. */
    @WithDefault("PT10S")
    Duration firstPause();

    /** No pause is longer. */
    @WithDefault("PT12H")
    Duration longestPause();

    /** How many targets are delivered to at once. */
    @WithDefault("64")
    int targetsAtOnce();

    /** For how long ended deliveries are shown. */
    @WithDefault("P14D")
    Duration kept();
  }
}
