package org.laassoa.server.commitstatus;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.delivery.DeliveryKind;
import org.laassoa.server.delivery.DeliveryResult;
import org.laassoa.server.githost.CommitState;
import org.laassoa.server.githost.CommitStatus;
import org.laassoa.server.githost.GitHostException;
import org.laassoa.server.githost.ProjectHost;
import org.laassoa.server.githost.ProjectHosts;

/** Tells a git host the state of a build, at a commit. */
@ApplicationScoped
class TellCommitStatus implements DeliveryKind {
  static final String NAME = "commit_status";

  private static final int SHORT = 8;

  private final ProjectHosts hosts;
  private final Transactions transactions;
  private final Json json;
  private final Optional<String> publicUrl;

  TellCommitStatus(ProjectHosts hosts, Transactions transactions, Json json, LaasConfig config) {
    this.hosts = hosts;
    this.transactions = transactions;
    this.json = json;
    this.publicUrl = config.publicUrl();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DeliveryResult deliver(String payloadJson) {
    StatusPayload payload = json.read(payloadJson, StatusPayload.class);
    if ((payload.isPassing() && hasEnded(payload.build())) || isOvertaken(payload)) {
      // How it ended, or how a newer build of the commit went, is told by itself; this would come
      // too late, or after it.
      return new DeliveryResult.Delivered(0);
    }
    Optional<ProjectHost> host = hosts.of(payload.project());
    return host.isEmpty()
        ? new DeliveryResult.Refused("the project's git server has no API")
        : told(host.get(), payload);
  }

  private DeliveryResult told(ProjectHost host, StatusPayload payload) {
    try {
      host.host().report(host.path(), payload.commit(), status(payload));
      return new DeliveryResult.Delivered(201);
    } catch (GitHostException e) {
      return switch (e.kind()) {
        case UNAVAILABLE -> new DeliveryResult.Retry(e.reason().toString(), e.status());
        case NOT_ALLOWED, NOT_FOUND, REFUSED ->
            new DeliveryResult.Refused(e.reason().toString(), e.status());
      };
    }
  }

  private CommitStatus status(StatusPayload payload) {
    return new CommitStatus(
        state(payload.state()),
        "laas-soa/" + payload.project(),
        words(payload),
        publicUrl.map(url -> url.replaceAll("/+$", "") + "/builds/" + payload.build()).orElse(null),
        payload.ref());
  }

  private static String words(StatusPayload payload) {
    @Nullable String instead = payload.builtCommit();
    String words = "Build " + payload.build() + ": " + payload.state();
    return instead == null
        ? words
        : words + " (built " + instead.substring(0, Math.min(SHORT, instead.length())) + ")";
  }

  private static CommitState state(String state) {
    return switch (state) {
      case "queued" -> CommitState.PENDING;
      case "running" -> CommitState.RUNNING;
      case "succeeded" -> CommitState.SUCCESS;
      case "failed" -> CommitState.FAILED;
      case "cancelled" -> CommitState.CANCELLED;
      default -> throw new IllegalArgumentException("no state of a build: " + state);
    };
  }

  /** What is told in order: all about one commit. */
  static String subject(StatusPayload payload) {
    return payload.project() + " " + payload.commit();
  }

  private boolean isOvertaken(StatusPayload payload) {
    return transactions.single(
        connection -> ReportedBuilds.isOvertaken(connection, subject(payload), payload.build()));
  }

  private boolean hasEnded(long build) {
    return transactions.single(connection -> ReportedBuilds.hasEnded(connection, build));
  }
}
