package org.laassoa.server.console.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.AgentView;
import org.laassoa.server.build.BuildLine;
import org.laassoa.server.build.BuildsNow;

/**
 * What the first page shows.
 *
 * @param counts how many builds run and wait
 * @param running those that run, the longest running first; not more than fit
 * @param waiting those that wait, the longest waiting first; not more than fit
 * @param recent those that ended last
 * @param fleet the agents; null for those who may not know of them
 * @param attention what needs it
 * @param plots the last day
 * @param start whether there is no project yet
 */
public record Overview(
    BuildsNow.Counts counts,
    List<BuildLine> running,
    List<WaitingBuild> waiting,
    List<BuildLine> recent,
    @Nullable Fleet fleet,
    List<Attention> attention,
    DayPlots plots,
    boolean start) {

  /**
   * The agents.
   *
   * @param online how many are online
   * @param total how many there are
   * @param capacity how many builds those that are online take at once
   * @param holding how many they have
   * @param loads each with its load; not more than fit
   */
  public record Fleet(long online, long total, long capacity, long holding, List<AgentLoad> loads) {

    private static final int SHOWN = 12;

    static Fleet of(List<AgentView> all) {
      List<AgentView> online = all.stream().filter(AgentView::online).toList();
      return new Fleet(
          online.size(),
          all.size(),
          online.stream().mapToLong(AgentView::capacity).sum(),
          online.stream().mapToLong(AgentView::holding).sum(),
          AgentLoad.of(all, SHOWN));
    }

    /** How many there are besides those that are shown. */
    public long more() {
      return total - loads.size();
    }
  }

  /** How many run besides those that are shown. */
  public long moreRunning() {
    return Math.max(0, counts.running() - running.size());
  }

  /** How many wait besides those that are shown. */
  public long moreWaiting() {
    return Math.max(0, counts.waiting() - waiting.size());
  }
}
