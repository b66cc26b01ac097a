package org.laassoa.server.console;

import static io.restassured.RestAssured.given;
import static org.laassoa.server.people.PeopleApi.by;

import io.restassured.response.ValidatableResponse;

/** Pages as browsers ask for them. */
public final class ConsolePages {
  private static final String HTML = "text/html,application/xhtml+xml;q=0.9";

  private ConsolePages() {}

  /** A page as that user sees it, in English. */
  public static ValidatableResponse page(String user, String path) {
    return by(user).accept(HTML).get(path).then();
  }

  /** The same in Chinese. */
  public static ValidatableResponse chinesePage(String user, String path) {
    return by(user).accept(HTML).header("Accept-Language", "zh-CN").get(path).then();
  }

  /** A page as somebody sees it who has not signed in. */
  public static ValidatableResponse unknown(String path) {
    return given().redirects().follow(false).accept(HTML).get(path).then();
  }
}
