package org.laassoa.builder.agent;

import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.build.BuildRunner;
import org.laassoa.builder.build.BuildTools;
import org.laassoa.builder.disk.Caches;
import org.laassoa.builder.disk.DiskGovernor;
import org.laassoa.builder.disk.FreeDisk;
import org.laassoa.builder.doctor.Diagnosis;
import org.laassoa.builder.execution.Executor;
import org.laassoa.builder.git.Checkout;
import org.laassoa.builder.server.HttpServerConnection;
import org.laassoa.builder.server.ServerConnection;
import org.laassoa.builder.server.ServerFailure.TokenRefused;
import org.laassoa.builder.workspace.AgentRoot;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.ConsumeRequest;
import org.laassoa.wire.Holding;

/** One agent: everything put together, from the first poll to the last. */
final class Agent implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Agent.class);

  /** Leaves two seconds of the ten that service managers commonly give before they kill. */
  private static final Duration SHUT_DOWN = Duration.ofSeconds(8);

  private static final int ENDED = 0;

  /** See {@link #runOnce}; 1 to 3 are those of {@link StartFailure}. */
  private static final int NOTHING_CAME = 4;

  private final AgentRoot root;
  private final Executor executor;
  private final ScheduledExecutorService timer;
  private final HeldActions held;
  private final TakeUp left;
  private final PollLoop loop;
  private final Ending ending;
  private final DiskGovernor governor;
  private final AtomicBoolean once = new AtomicBoolean();
  private volatile boolean took;

  private Agent(
      Settings settings,
      String version,
      AgentRoot root,
      Executor executor,
      ServerConnection server) {
    this.root = root;
    this.executor = executor;
    this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    Wake wake = new Wake();
    WorkspaceLocks locks = new WorkspaceLocks();
    AnsweredPolls polls = new AnsweredPolls(wake);
    BuildTools tools = new BuildTools(root, locks, new Checkout(), executor, server, timer, polls);
    Caches caches = Caches.of(root, locks, executor);
    this.governor = new DiskGovernor(root.root(), settings.disk(), caches, executor.engine());
    AgentFacts facts =
        new AgentFacts(settings, version, Instant.now(), this::holding, caches, executor.engine());
    Diagnosis diagnosis = new Diagnosis(facts, () -> Checks.of(settings, executor.engine()));
    TakeAction taking =
        new TakeAction(
            root,
            new TakeAction.Tools(
                new BuildRunner(tools), caches, diagnosis, server, executor.name(), version));
    this.held =
        new HeldActions(
            taking,
            () -> {
              wake.ring();
              governor.buildEnded();
            });
    this.left = new TakeUp(root, executor, locks, server, taking);
    FreeDisk disk = new FreeDisk(settings.root(), settings.disk().minFree());
    this.loop =
        new PollLoop(
            server,
            held,
            wake,
            subscription(settings, version, executor),
            new PollLoop.Conditions(
                new PickUpPolicy(
                    settings.pickUp(),
                    settings.capacity(),
                    new KeepDoorbell(server, wake::ring),
                    new HeldPolls()),
                () -> notTaking(disk),
                disk::space,
                polls,
                () -> finish("the server has told it to stop"),
                this::tookOne));
    this.ending = new Ending(held, loop, polls, settings.grace());
  }

  private static ConsumeRequest subscription(Settings settings, String version, Executor executor) {
    return new ConsumeRequest(
        settings.actions(),
        settings.capacity(),
        null,
        null,
        version,
        executor.name(),
        null,
        null,
        AgentLabels.with(settings.labels(), executor.name()),
        null,
        null);
  }

  private List<Holding> holding() {
    return held.holding();
  }

  private @Nullable String notTaking(FreeDisk disk) {
    String ends = ending.notTaking();
    return ends == null ? disk.notTaking() : ends;
  }

  /**
   * An agent that has joined its server.
   *
   * @param vertx what connections are made with; it outlives the agent
   * @throws StartFailure when this machine lacks something or the server refuses it
   */
  static Agent start(Settings settings, String version, Vertx vertx) throws StartFailure {
    AgentRoot root = take(settings.root());
    try {
      return in(root, settings, version, vertx);
    } catch (StartFailure failure) {
      root.close();
      throw failure;
    }
  }

  private static Agent in(AgentRoot root, Settings settings, String version, Vertx vertx)
      throws StartFailure {
    new MachineTrust(root.identityFile().resolveSibling("trust")).apply(System.getenv());
    Executor executor = ChooseExecutor.of(settings.executor(), root.root());
    try {
      Identity identity =
          new JoinServer(
                  settings, version, new PrivateJsonFile<>(root.identityFile(), Identity.class))
              .run(HttpServerConnection.toJoin(settings.server(), vertx));
      ServerConnection server = HttpServerConnection.of(settings.server(), identity.token(), vertx);
      return of(settings, version, root, executor, server);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure(StartFailure.ENVIRONMENT, "stopped while joining", e);
    }
  }

  private static AgentRoot take(Path root) throws StartFailure {
    try {
      return new AgentRoot(root);
    } catch (IllegalStateException | UncheckedIOException e) {
      throw new StartFailure(StartFailure.ENVIRONMENT, String.valueOf(e.getMessage()), e);
    }
  }

  /** An agent of these parts, with what a former process left taken up. */
  static Agent of(
      Settings settings,
      String version,
      AgentRoot root,
      Executor executor,
      ServerConnection server) {
    Agent agent = new Agent(settings, version, root, executor, server);
    agent.left.run(agent.held);
    agent.governor.start();
    if (!Charset.defaultCharset().equals(fileNames())) {
      LOG.warnf(
          "File names are written in %s here: sources with others cannot be checked out. Start the"
              + " agent with LC_ALL=C.UTF-8",
          fileNames());
    }
    LOG.infof(
        "%s takes %s from %s, %d at once, runs them with %s, in %s",
        settings.name(),
        settings.actions(),
        settings.server(),
        settings.capacity(),
        executor.name(),
        settings.root());
    return agent;
  }

  /**
   * Works until it is told to end.
   *
   * @return 0
   * @throws StartFailure when the server refuses the agent's token; nothing runs any more then
   */
  int run() throws StartFailure {
    try {
      loop.run();
      return ENDED;
    } catch (TokenRefused refused) {
      stop();
      throw new StartFailure(
          StartFailure.REFUSED,
          "the server does not accept this agent any more ("
              + refused.getMessage()
              + "); to join again, remove "
              + root.identityFile()
              + " and start with a join token",
          refused);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ENDED;
    }
  }

  /**
   * Takes one action, does it, reports it and ends.
   *
   * @param longest how long to wait for one, or null for ever
   * @return 0 when one was reported, however it ended; 4 when none came in time
   * @throws StartFailure when the server refuses the agent's token; nothing runs any more then
   */
  int runOnce(@Nullable Duration longest) throws StartFailure {
    once.set(true);
    if (longest != null) {
      timer.schedule(
          () -> finish("nothing came within " + longest.toSeconds() + " s"),
          longest.toMillis(),
          TimeUnit.MILLISECONDS);
    }
    int code = run();
    return code == ENDED && !took ? NOTHING_CAME : code;
  }

  private void tookOne() {
    took = true;
    if (once.get()) {
      finish("it takes one action only");
    }
  }

  /** Takes nothing more, does all that it holds to its end, and ends. */
  void finish(String why) {
    ending.finish(why);
  }

  /**
   * Takes nothing more, lets what it holds go on for the grace time, gives back what is left, and
   * ends; called once more, it gives back at once. Returns before that.
   */
  void handBack() {
    ending.handBack();
  }

  /**
   * Stops polling and interrupts the builds, with everything they started. Nothing is reported of
   * them: their leases run out, and the server gives them to another agent. Takes at most 8 s.
   */
  void stop() {
    LOG.info("Stopping");
    loop.stop();
    try {
      held.shutDown(SHUT_DOWN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    governor.close();
    executor.close();
    root.close();
  }

  /** The encoding that the JVM took from the locale for the names of files. */
  private static Charset fileNames() {
    return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
  }
}
