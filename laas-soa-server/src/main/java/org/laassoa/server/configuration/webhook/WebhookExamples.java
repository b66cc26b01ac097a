package org.laassoa.server.configuration.webhook;

/** Examples for the API's description. */
final class WebhookExamples {
  static final String REQUEST =
      """
      {
        "name": "chat",
        "description": "Tells the team",
        "url": "https://chat.example.com/hooks/builds",
        "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "events": ["failed", "succeeded"],
        "projects": ["shop"],
        "enabled": true
      }
      """;

  static final String ANSWER =
      """
      {
        "id": 1,
        "name": "chat",
        "description": "Tells the team",
        "url": "https://chat.example.com/hooks/builds",
        "has_secret": true,
        "events": ["failed", "succeeded"],
        "projects": ["shop"],
        "enabled": true,
        "created_at": "2026-11-22T10:00:00Z",
        "updated_at": "2026-11-22T10:00:00Z"
      }
      """;

  private WebhookExamples() {}
}
