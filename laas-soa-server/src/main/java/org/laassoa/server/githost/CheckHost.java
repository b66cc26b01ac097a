package org.laassoa.server.githost;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.laassoa.server.githost.Account.Right;
import org.laassoa.server.outbound.ConnectionCheck;
import org.laassoa.server.outbound.ConnectionCheck.Item;

/** Looks at a git host that has an API: does it answer, to whom, and what may the token do. */
final class CheckHost {
  private CheckHost() {}

  static ConnectionCheck of(GitHost host, HostAccess access) {
    if (access.token() == null) {
      return ConnectionCheck.of(
          List.of(
              Item.failed(
                  "account",
                  "there is no token: put one as the password, or as the api_token beside it")));
    }
    try {
      return ConnectionCheck.of(checks(host.whoAmI(), access));
    } catch (GitHostException e) {
      String what = e.status() == null ? "reachable" : "account";
      return ConnectionCheck.of(List.of(Item.failed(what, e.reason())));
    }
  }

  private static List<Item> checks(Account account, HostAccess access) {
    List<Item> checks = new ArrayList<>();
    String version = account.version();
    checks.add(
        Item.ok(
            "reachable",
            "%s answers%s"
                .formatted(
                    access.address().getHost(), version == null ? "" : ", version " + version)));
    checks.add(
        Item.ok(
            "account",
            account.name().isEmpty()
                ? "the token is accepted; whose it is, it may not say"
                : "the token is that of " + account.name()));
    checks.add(rights(account.rights()));
    return checks;
  }

  /** Reading is enough to build; for the rest it is said what does not work without. */
  private static Item rights(List<Right> rights) {
    if (rights.stream().anyMatch(right -> right.what().equals(Account.READ) && !isHeld(right))) {
      return Item.failed("rights", "the token may not " + Account.READ);
    }
    String lacking =
        rights.stream()
            .filter(right -> Boolean.FALSE.equals(right.held()))
            .map(Right::what)
            .collect(Collectors.joining(", nor "));
    String unknown =
        rights.stream()
            .filter(right -> right.held() == null)
            .map(Right::what)
            .collect(Collectors.joining(" and "));
    if (!lacking.isEmpty()) {
      return Item.ok(
          "rights", "the token may only read, which is enough to build; it may not " + lacking);
    }
    return unknown.isEmpty()
        ? Item.warning(
            "rights",
            "the token may do more than read: it can %s and %s, which is needed for these only"
                .formatted(Account.REPORT, Account.HOOKS))
        : Item.ok(
            "rights",
            "the token may read; whether it may also %s the host does not say".formatted(unknown));
  }

  private static boolean isHeld(Right right) {
    return Boolean.TRUE.equals(right.held());
  }
}
