package example;

public final class App {

  public static void main(String[] arguments) {
    System.out.println(
        "app " + System.getenv("APP_NAME") + ", namespace " + System.getenv("APP_NAMESPACE"));
  }
}
