package org.laassoa.builder.execution.docker;

import java.util.Map;

/** The labels on all that this agent makes on an engine, so that it can be found again. */
final class Labels {

  /** The action that something was made for. */
  static final String ACTION = "org.laassoa.action";

  /** The attempt that a container was made for. */
  static final String ATTEMPT = "org.laassoa.attempt";

  /** The root folder of the agent that made it: tells the agents of one host apart. */
  static final String ROOT = "org.laassoa.root";

  /** What an environment's image was made from. */
  static final String RECIPE = "org.laassoa.recipe";

  private Labels() {}

  /** The labels of an image made for an action: it leaves the host, so no path of the host's. */
  static Map<String, String> ofImage(String actionId) {
    return Map.of(ACTION, actionId);
  }

  /** The labels of a container made for an attempt. */
  static Map<String, String> ofContainer(String root, String actionId, int attempt) {
    return Map.of(ROOT, root, ACTION, actionId, ATTEMPT, Integer.toString(attempt));
  }
}
