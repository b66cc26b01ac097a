package org.laassoa.server.console.build;

import java.util.List;
import org.laassoa.server.console.build.StartEstimate.Start;

/**
 * Why a build waits, so that it can be said in any language.
 *
 * @param kind {@code held_back}, {@code no_agents}, {@code nobody} (no agent could take it as
 *     things are), {@code busy} (those that could are) or {@code soon}
 * @param position its place in the queue, from 1; 1000 means that or more
 * @param agents what each agent says to it, those first that could take it
 * @param start when it is likely to be handed out
 */
public record ShownWaiting(String kind, int position, List<AgentAnswer> agents, Start start) {

  /** Whether more builds may be ahead than were counted. */
  public boolean farBack() {
    return position >= 1000;
  }

  /** The start as a word: {@code soon}, {@code about}, {@code no_agent}, {@code no_history}. */
  public String startKind() {
    return switch (start) {
      case Start.Soon() -> "soon";
      case Start.About _ -> "about";
      case Start.NoAgent() -> "no_agent";
      case Start.NoHistory() -> "no_history";
    };
  }

  /** The estimated time; only where it is {@code about}. */
  public String startAt() {
    return start instanceof Start.About(var at, int _) ? at.toString() : "";
  }

  /** By how many builds it was estimated. */
  public int startBasis() {
    return start instanceof Start.About(var _, int basis) ? basis : 0;
  }
}
