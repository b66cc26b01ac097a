package org.laassoa.builder.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.laassoa.builder.server.Completed;
import org.laassoa.builder.server.Doorbell;
import org.laassoa.builder.server.LogAppended;
import org.laassoa.builder.server.ServerConnection;
import org.laassoa.builder.server.ServerFailure;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.CompleteRequest;
import org.laassoa.wire.ConsumeRequest;
import org.laassoa.wire.FetchAnswer;
import org.laassoa.wire.FetchRequest;
import org.laassoa.wire.JoinAnswer;
import org.laassoa.wire.JoinRequest;

/** A server without HTTP, for what does not depend on how it is called. */
public final class ScriptedConnection implements ServerConnection {

  /** What it has been sent of the log. */
  public final ByteArrayOutputStream log = new ByteArrayOutputStream();

  /** The scripts' names that were asked for, a list for each call. */
  public final List<List<String>> fetches = new CopyOnWriteArrayList<>();

  /** Content of the scripts; others are {@code true}. */
  public final Map<String, String> scripts = new HashMap<>();

  /** What {@link #openDoorbell} gives; without one it fails. */
  public Doorbell doorbell;

  private final Queue<ServerFailure> failures = new ArrayDeque<>();
  private final Queue<LogAppended> appended = new ArrayDeque<>();

  /** Lets the next call fail. */
  public void fail(ServerFailure failure) {
    failures.add(failure);
  }

  /** Answers the next log bytes so, without taking them. */
  public void answerLog(LogAppended answer) {
    appended.add(answer);
  }

  @Override
  public JoinAnswer join(JoinRequest request) throws ServerFailure {
    mayFail();
    return new JoinAnswer("a1", "token-of-" + request.joinToken());
  }

  @Override
  public List<ActionOrder> poll(ConsumeRequest request) throws ServerFailure {
    mayFail();
    return List.of();
  }

  @Override
  public Doorbell openDoorbell(Runnable ring) throws ServerFailure {
    if (doorbell == null) {
      throw new ServerUnreachable("no doorbell here", new IOException());
    }
    return doorbell;
  }

  @Override
  public FetchAnswer fetch(FetchRequest request) throws ServerFailure {
    mayFail();
    List<String> names =
        request.paramList().stream().map(FetchRequest.Param::buildConfigFileVersionList).toList();
    fetches.add(names);
    Map<String, String> content = new HashMap<>();
    names.forEach(name -> content.put(name, scripts.getOrDefault(name, "true\n")));
    return new FetchAnswer(request.dataId(), content);
  }

  @Override
  public LogAppended appendLog(String actionId, int attempt, long offset, byte[] bytes)
      throws ServerFailure {
    mayFail();
    if (!appended.isEmpty()) {
      return appended.remove();
    }
    int known = Math.clamp(log.size() - offset, 0, bytes.length);
    log.write(bytes, known, bytes.length - known);
    return new LogAppended.Accepted(log.size());
  }

  @Override
  public Completed complete(CompleteRequest request) throws ServerFailure {
    mayFail();
    return new Completed.Recorded();
  }

  private void mayFail() throws ServerFailure {
    if (!failures.isEmpty()) {
      throw failures.remove();
    }
  }
}
