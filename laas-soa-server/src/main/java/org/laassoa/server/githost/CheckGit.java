package org.laassoa.server.githost;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.laassoa.server.language.Message;
import org.laassoa.server.outbound.ConnectionCheck;
import org.laassoa.server.outbound.ConnectionCheck.Item;
import org.laassoa.server.outbound.OutboundAnswer;
import org.laassoa.server.outbound.OutboundException;
import org.laassoa.server.outbound.OutboundHttp;
import org.laassoa.server.outbound.OutboundRequest;
import org.laassoa.server.outbound.OutboundRequest.Terms;

/** Looks at a server of which no more is known than that it speaks git. */
@ApplicationScoped
class CheckGit {
  private static final int GIT_PORT = 9418;

  private final OutboundHttp http;

  CheckGit(OutboundHttp http) {
    this.http = http;
  }

  ConnectionCheck of(HostAccess access) {
    try {
      return ConnectionCheck.of(List.of(answered(access)));
    } catch (OutboundException e) {
      return ConnectionCheck.of(List.of(Item.failed("reachable", e.reason())));
    }
  }

  /** Which repositories there are, git's protocols do not tell: that somebody answers is all. */
  private Item answered(HostAccess access) {
    URI address = access.address();
    String host = address.getHost();
    if (address.getScheme().equals("git")) {
      int port = address.getPort() < 0 ? GIT_PORT : address.getPort();
      http.connect(host, port);
      return Item.ok("reachable", Message.of("%s answers at port %d", host, port));
    }
    Terms usual = Terms.USUAL;
    OutboundAnswer answer =
        http.send(
            OutboundRequest.get(URI.create(address + "/"))
                .on(new Terms(usual.timeout(), usual.maxAnswerBytes(), access.insecure())));
    return answer.status() >= 500
        ? Item.failed("reachable", Message.of("%s answers HTTP %d", host, answer.status()))
        : Item.ok(
            "reachable",
            Message.of("%s answers HTTP; which repositories are there, it does not tell", host));
  }
}
