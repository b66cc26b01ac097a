package org.laassoa.server.agent;

import java.security.Principal;

/**
 * An agent that has joined, as its calls identify it.
 *
 * @param id its number
 * @param name its name, which is not unique
 */
public record Agent(long id, String name) implements Principal {

  @Override
  public String getName() {
    return name;
  }
}
