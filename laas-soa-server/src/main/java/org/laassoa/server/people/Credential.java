package org.laassoa.server.people;

/** What somebody shows with a request to be known. */
public sealed interface Credential {

  /** Name and password. */
  record Password() implements Credential {}

  /**
   * A browser's cookie.
   *
   * @param hash of what the cookie holds
   */
  record Session(byte[] hash) implements Credential {}

  /**
   * A personal API token.
   *
   * @param token what is known of it
   */
  record Token(ApiToken token) implements Credential {}

  /** The name in the API. */
  default String wireName() {
    return switch (this) {
      case Password() -> "password";
      case Session(byte[] _) -> "session";
      case Token(ApiToken _) -> "token";
    };
  }
}
