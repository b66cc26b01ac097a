package org.laassoa.server.openapi;

/** Examples of error answers. */
final class ErrorExamples {
  static final String INVALID_FIELD =
      """
      {
        "type": "urn:laas-soa:problem:invalid-field",
        "title": "A field is not valid",
        "status": 400,
        "detail": "port must be less than or equal to 65535",
        "errors": [{"field": "port", "message": "must be less than or equal to 65535"}]
      }
      """;

  static final String NOT_FOUND =
      """
      {
        "type": "urn:laas-soa:problem:not-found",
        "title": "Not found",
        "status": 404,
        "detail": "There is no such project."
      }
      """;

  static final String IN_USE =
      """
      {
        "type": "urn:laas-soa:problem:in-use",
        "title": "Still in use",
        "status": 409,
        "detail": "The build configuration java is used by project shop.",
        "used_by": ["project shop"]
      }
      """;

  private ErrorExamples() {}
}
