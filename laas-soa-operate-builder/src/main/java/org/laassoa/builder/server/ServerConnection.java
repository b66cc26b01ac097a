package org.laassoa.builder.server;

import java.util.List;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.CompleteRequest;
import org.laassoa.wire.ConsumeRequest;
import org.laassoa.wire.FetchAnswer;
import org.laassoa.wire.FetchRequest;
import org.laassoa.wire.JoinAnswer;
import org.laassoa.wire.JoinRequest;

/**
 * The whole protocol between an agent and its server; the agent always calls, the server never.
 *
 * <ol>
 *   <li>{@link #join} once, to trade a join token for the agent's own token.
 *   <li>{@link #poll} for ever: says what the agent holds, brings work and orders.
 *   <li>{@link #openDoorbell}, where it can be had, to know when a poll is worth while.
 *   <li>{@link #fetch} the scripts of a build whose versions differ from those on disk.
 *   <li>{@link #appendLog} while the build runs, by byte offset.
 *   <li>{@link #complete} when all of the log is there.
 * </ol>
 *
 * <p>Every call may be repeated. Calls block, are safe for many threads, and answer an interrupt.
 */
public interface ServerConnection {

  /**
   * Trades a join token for an agent token. The only call that needs no agent token.
   *
   * @throws ServerFailure with {@link ServerFailure.TokenRefused} or {@link
   *     ServerFailure.RequestRefused} when the join token is wrong or expired
   */
  JoinAnswer join(JoinRequest request) throws ServerFailure, InterruptedException;

  /**
   * Asks for work and orders, and renews the leases of what the agent holds.
   *
   * @return work handed out and orders about what is held; empty when there is nothing
   */
  List<ActionOrder> poll(ConsumeRequest request) throws ServerFailure, InterruptedException;

  /**
   * Connects to where the server rings when there is work or an order for this agent, and waits a
   * few seconds for its first sign.
   *
   * @param ring told each time that a poll is worth while; must not block
   * @throws ServerFailure with {@link ServerFailure.ServerUnreachable} when it cannot be had
   */
  Doorbell openDoorbell(Runnable ring) throws ServerFailure, InterruptedException;

  /**
   * Fetches scripts in the versions that a held action pins.
   *
   * @throws ServerFailure with {@link ServerFailure.RequestRefused} when the agent does not hold
   *     such an action
   */
  FetchAnswer fetch(FetchRequest request) throws ServerFailure, InterruptedException;

  /**
   * Appends bytes to the log of an attempt.
   *
   * @param offset where they begin in that log, from 0; what the server has already is dropped
   * @param bytes at most 2 MiB; not to be changed before this has returned
   */
  LogAppended appendLog(String actionId, int attempt, long offset, byte[] bytes)
      throws ServerFailure, InterruptedException;

  /** Reports the end of an attempt. */
  Completed complete(CompleteRequest request) throws ServerFailure, InterruptedException;
}
