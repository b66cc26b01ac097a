package org.laassoa.wire;

import java.util.Arrays;
import java.util.Optional;

/** The steps of actions, those of a build in their order. */
public enum StepName {
  /** Brings the source to the commit that the ref stands for. */
  CHECKOUT("checkout"),
  /** Brings the scripts to the versions that the action pins. */
  SCRIPTS("scripts"),
  /** Finds or makes the image of the build environment. */
  IMAGE("image"),
  /** Runs the compile script. */
  COMPILE("compile"),
  /** Makes the image. */
  PACKAGE("package"),
  /** Pushes the image. */
  PUSH("push"),
  /** Empties caches. */
  CLEAN("clean"),
  /** Looks at the agent and its machine. */
  DIAGNOSE("diagnose");

  private final String wireName;

  StepName(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in the database. */
  public String wireName() {
    return wireName;
  }

  /** The step of that name, or nothing for a name that this version does not know. */
  public static Optional<StepName> ofWireName(String name) {
    return Arrays.stream(values()).filter(step -> step.wireName.equals(name)).findFirst();
  }
}
