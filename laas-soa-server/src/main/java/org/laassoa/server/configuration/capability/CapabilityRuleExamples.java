package org.laassoa.server.configuration.capability;

/** Examples for the API's description. */
final class CapabilityRuleExamples {
  static final String REQUEST =
      """
      {
        "name": "office",
        "description": "Desktops build, and make no parent images",
        "network": "10.1.0.0/16",
        "actions": ["build", "clean", "diagnose"]
      }
      """;

  static final String ANSWER =
      """
      {
        "id": 1,
        "name": "office",
        "description": "Desktops build, and make no parent images",
        "network": "10.1.0.0/16",
        "actions": ["build", "clean", "diagnose"],
        "created_at": "2026-11-22T10:00:00Z",
        "updated_at": "2026-11-22T10:00:00Z"
      }
      """;

  private CapabilityRuleExamples() {}
}
