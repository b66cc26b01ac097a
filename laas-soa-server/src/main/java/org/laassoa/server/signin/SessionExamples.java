package org.laassoa.server.signin;

/** Examples for the API's description. */
final class SessionExamples {
  static final String REQUEST =
      """
      {"name": "lin", "password": "correct horse battery staple"}
      """;

  static final String ANSWER =
      """
      {"name": "lin", "csrf_token": "mCxEXAMPLE"}
      """;

  static final String PASSWORD_REQUEST =
      """
      {
        "current_password": "correct horse battery staple",
        "new_password": "a much better one"
      }
      """;

  private SessionExamples() {}
}
