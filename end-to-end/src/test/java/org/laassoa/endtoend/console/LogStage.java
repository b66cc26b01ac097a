package org.laassoa.endtoend.console;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import org.jspecify.annotations.Nullable;
import org.laassoa.endtoend.World;
import org.laassoa.endtoend.Worlds;

/** Where the tests of the log view play builds and look at their logs: the world that all share. */
final class LogStage {

  private final Worlds worlds;
  private final Browser browser;
  private @Nullable PlayedBuild begun;

  LogStage(Worlds worlds, Browser browser) {
    this.worlds = worlds;
    this.browser = browser;
  }

  World world() throws InterruptedException {
    return worlds.bare();
  }

  /** A build that has been taken and has printed nothing. */
  PlayedBuild begin() throws IOException, InterruptedException {
    begun = PlayedBuild.begin(world());
    return begun;
  }

  /** A build that a failed test leaves would be handed to the next one. */
  void end() throws InterruptedException {
    if (begun != null && !world().api().build(Long.parseLong(begun.id())).ended()) {
      world().api().cancel(Long.parseLong(begun.id()));
    }
  }

  /** A page of the first administrator, with nothing in it. */
  Page page(Look look) throws InterruptedException {
    return page(look, world().server().address());
  }

  /** As above, of a server that is reached by another address. */
  Page page(Look look, URI server) throws InterruptedException {
    return browser.signedIn(look, server, "admin", world().server().password());
  }

  /** The log of a build, on a desktop. */
  LogPage open(PlayedBuild build) throws InterruptedException {
    return open(page(Look.DESKTOP), build, "");
  }

  /**
   * The log of a build.
   *
   * @param rest of the address, such as {@code #L120}
   */
  LogPage open(Page page, PlayedBuild build, String rest) throws InterruptedException {
    return open(page, world().server().address(), build, rest);
  }

  /** As above, of a server that is reached by another address. */
  LogPage open(Page page, URI server, PlayedBuild build, String rest) {
    page.navigate(server.resolve("/builds/" + build.id()) + rest);
    page.locator("log-view").scrollIntoViewIfNeeded();
    return new LogPage(page);
  }

  /** Removes what is stored of a build's log, as retention does when it is old. */
  void removeLog(PlayedBuild build) throws Exception {
    Path home = world().folder().resolve("server");
    String port = Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(3).strip();
    String password = Files.readString(home.resolve("postgres.password")).strip();
    try (Connection database =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
        PreparedStatement delete =
            database.prepareStatement("DELETE FROM log_chunks WHERE action_id = ?")) {
      delete.setLong(1, Long.parseLong(build.id()));
      delete.executeUpdate();
    }
  }

  /** Lines that say their numbers, from 1. */
  static String numbered(int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= lines; i++) {
      text.append("line ").append(i).append('\n');
    }
    return text.toString();
  }
}
