package org.laassoa.server.configuration.project;

import java.util.Optional;
import java.util.Set;

/** What the caller of the current request may know of and do, project by project. */
public interface VisibleProjects {

  /** The numbers of the only projects they may know of; empty when they may know of all. */
  Optional<Set<Long>> only();

  /** Whether they may know of the project of that name; of one that is not there, if of all. */
  boolean sees(String project);

  /** Whether they may build it. */
  boolean mayBuild(String project);
}
