package hello;

/** Greets whoever is named on the command line, or the world. */
public final class Hello {

  private Hello() {}

  /** The greeting for a name. */
  static String greeting(String name) {
    return "Hello, " + name + "!";
  }

  /** Prints the greeting; the first argument is the name. */
  public static void main(String[] arguments) {
    System.out.println(greeting(arguments.length == 0 ? "world" : arguments[0]));
  }
}
