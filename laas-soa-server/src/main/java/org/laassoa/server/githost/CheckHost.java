package org.laassoa.server.githost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.laassoa.server.githost.Account.Right;
import org.laassoa.server.language.Message;
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
                  Message.of(
                      "there is no token: put one as the password, or as the api_token beside it"))));
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
            version == null
                ? Message.of("%s answers", access.address().getHost())
                : Message.of("%s answers, version %s", access.address().getHost(), version)));
    checks.add(
        Item.ok(
            "account",
            account.name().isEmpty()
                ? Message.of("the token is accepted; whose it is, it may not say")
                : Message.of("the token is that of %s", account.name())));
    checks.add(rights(account.rights()));
    return checks;
  }

  /** Reading is enough to build; for the rest it is said what does not work without. */
  private static Item rights(List<Right> rights) {
    if (rights.stream().anyMatch(right -> right.what().equals(Account.READ) && !isHeld(right))) {
      return Item.failed("rights", Message.of("the token may not %s", Message.of(Account.READ)));
    }
    List<Message> lacking = those(rights, right -> Boolean.FALSE.equals(right.held()));
    if (!lacking.isEmpty()) {
      return Item.ok(
          "rights",
          Message.of(
              "the token may only read, which is enough to build; it may not %s",
              listed("%s, nor %s", lacking)));
    }
    List<Message> unknown = those(rights, right -> right.held() == null);
    return unknown.isEmpty()
        ? Item.warning(
            "rights",
            Message.of(
                "the token may do more than read: it can %s and %s, which is needed for these only",
                Message.of(Account.REPORT), Message.of(Account.HOOKS)))
        : Item.ok(
            "rights",
            Message.of(
                "the token may read; whether it may also %s the host does not say",
                listed("%s and %s", unknown)));
  }

  private static List<Message> those(List<Right> rights, Predicate<Right> wanted) {
    return rights.stream().filter(wanted).map(right -> Message.of(right.what())).toList();
  }

  /** One after the other, each two joined by the sentence. */
  private static Message listed(String both, List<Message> parts) {
    return parts.stream().reduce((left, right) -> Message.of(both, left, right)).orElseThrow();
  }

  private static boolean isHeld(Right right) {
    return Boolean.TRUE.equals(right.held());
  }
}
