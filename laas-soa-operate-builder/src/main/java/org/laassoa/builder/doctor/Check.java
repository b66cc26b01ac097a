package org.laassoa.builder.doctor;

import java.util.List;

/** Looks at one thing. */
public interface Check {

  /** What it looks at, in one word. */
  String name();

  /** What it finds; takes some seconds at most. Holds no secret. */
  List<Finding> findings();
}
