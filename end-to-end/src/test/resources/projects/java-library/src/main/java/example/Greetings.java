package example;

import org.apache.commons.lang3.StringUtils;

public final class Greetings {

  private Greetings() {}

  public static String to(String name) {
    return "Hello, " + StringUtils.capitalize(name) + "!";
  }
}
