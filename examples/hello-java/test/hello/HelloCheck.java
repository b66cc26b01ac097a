package hello;

/** Checks {@link Hello} with nothing but the JDK; ends with exit code 1 when something is wrong. */
final class HelloCheck {

  public static void main(String[] arguments) {
    expect("Hello, world!", Hello.greeting("world"));
    expect("Hello, 世界!", Hello.greeting("世界"));
    System.out.println("2 checks passed");
  }

  private static void expect(String expected, String actual) {
    if (!expected.equals(actual)) {
      System.err.println("expected <" + expected + "> but was <" + actual + ">");
      System.exit(1);
    }
  }
}
