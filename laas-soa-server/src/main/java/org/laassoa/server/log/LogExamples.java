package org.laassoa.server.log;

/** Examples for the OpenAPI document. */
final class LogExamples {

  private LogExamples() {}

  static final String TEXT = "hello\n";

  static final String EVENTS =
      """
      event: log
      id: 1-6
      data: {"attempt":1,"offset":0,"text":"hello\\n"}

      event: end
      data: {"state":"succeeded"}

      """;
}
