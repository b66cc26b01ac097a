package org.laassoa.endtoend.console;

/**
 * A page of the tour.
 *
 * @param name the name of its screenshots
 * @param path where it is
 */
record Stop(String name, String path) {
  @Override
  public String toString() {
    return name;
  }
}
