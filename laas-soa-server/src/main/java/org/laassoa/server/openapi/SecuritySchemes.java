package org.laassoa.server.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * Says at each operation what a caller may show. Roles are those of users, who have three things to
 * show; the framework lists them under any of the schemes that it finds.
 */
final class SecuritySchemes {

  private SecuritySchemes() {}

  /** Names the schemes of {@code operation}. */
  static void name(HttpMethod method, Operation operation) {
    List<SecurityRequirement> security = operation.getSecurity();
    if (security == null) {
      operation.setSecurity(users(method, List.of()));
      return;
    }
    List<String> roles =
        security.stream()
            .flatMap(requirement -> requirement.getSchemes().values().stream())
            .flatMap(List::stream)
            .distinct()
            .toList();
    if (!roles.isEmpty()) {
      operation.setSecurity(users(method, roles));
    }
  }

  /** One of them is enough; a change with a cookie needs the header too. */
  private static List<SecurityRequirement> users(HttpMethod method, List<String> roles) {
    SecurityRequirement session =
        OASFactory.createSecurityRequirement().addScheme("session", roles);
    if (method != HttpMethod.GET) {
      session.addScheme("csrf_token", List.of());
    }
    return List.of(
        OASFactory.createSecurityRequirement().addScheme("basic", roles),
        OASFactory.createSecurityRequirement().addScheme("api_token", roles),
        session);
  }
}
