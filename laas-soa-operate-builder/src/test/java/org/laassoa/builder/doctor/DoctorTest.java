package org.laassoa.builder.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.builder.disk.DiskRules;
import org.laassoa.builder.doctor.Finding.Level;

class DoctorTest {

  @TempDir Path folder;

  @Test
  void what_fails_is_said_with_what_to_do_about_it() {
    List<String> said = new ArrayList<>();
    Check check = check(Finding.ok("fine"), Finding.fail("broken", "repair it"));

    boolean healthy = new Doctor(List.of(check)).run(said::add);

    assertThat(healthy).isFalse();
    assertThat(said)
        .containsExactly(
            "ok   test         fine", "FAIL test         broken", " ".repeat(18) + "repair it");
  }

  @Test
  void a_warning_is_no_failure() {
    boolean healthy =
        new Doctor(List.of(check(Finding.warn("so so", "look at it")))).run(line -> {});

    assertThat(healthy).isTrue();
  }

  @Test
  void a_check_that_breaks_is_a_finding_itself() {
    Check broken =
        new Check() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public List<Finding> findings() {
            throw new IllegalStateException("token-1234");
          }
        };
    List<String> said = new ArrayList<>();

    boolean healthy = new Doctor(List.of(broken)).run(said::add);

    assertThat(healthy).isFalse();
    assertThat(said.toString()).contains("could not be checked").doesNotContain("token-1234");
  }

  @ParameterizedTest
  @CsvSource({
    "403, OK, knows this agent",
    "401, FAIL, does not know this agent any more",
    "502, FAIL, answers with HTTP 502"
  })
  void a_server_is_judged_by_its_answer(int status, Level level, String words) throws Exception {
    HttpServer server = answering(status);

    List<Finding> findings = new ServerCheck(address(server), "secret-token", false).findings();

    server.stop(0);
    assertThat(findings.getLast().level()).isEqualTo(level);
    assertThat(findings.getLast().what()).contains(words);
    assertThat(findings.toString()).doesNotContain("secret-token");
  }

  @Test
  void a_server_that_is_not_there_is_said_so() throws Exception {
    HttpServer server = answering(200);
    server.stop(0);

    List<Finding> findings = new ServerCheck(address(server), null, true).findings();

    assertThat(findings)
        .singleElement()
        .satisfies(one -> assertThat(one.what()).contains("refuses the connection"));
  }

  @Test
  void an_agent_that_can_neither_join_nor_has_joined_is_told_how() throws Exception {
    HttpServer server = answering(401);

    List<Finding> findings = new ServerCheck(address(server), null, false).findings();

    server.stop(0);
    assertThat(findings.getLast().level()).isEqualTo(Level.FAIL);
    assertThat(findings.getLast().advice()).contains("LAAS_JOIN");
  }

  @ParameterizedTest
  @CsvSource({"0, OK", "4, OK", "-5, WARN", "59, WARN", "60, FAIL", "-3600, FAIL"})
  void a_clock_is_judged_by_how_far_it_is_off(int seconds, Level level) {
    assertThat(ClockCheck.judge(Duration.ofSeconds(seconds)).level()).isEqualTo(level);
  }

  @Test
  void a_clock_that_goes_as_the_servers_is_found_so() throws Exception {
    HttpServer server = answering(200);

    List<Finding> findings = new ClockCheck(address(server)).findings();

    server.stop(0);
    assertThat(findings).singleElement().extracting(Finding::level).isEqualTo(Level.OK);
  }

  @Test
  void an_engine_that_is_needed_and_missing_fails_and_else_warns() {
    assertThat(engine(EngineCheck.Need.REQUIRED).level()).isEqualTo(Level.FAIL);
    assertThat(engine(EngineCheck.Need.IF_THERE).level()).isEqualTo(Level.WARN);
  }

  private static Finding engine(EngineCheck.Need need) {
    return new EngineCheck(Optional.empty(), "unix:///nowhere.sock", need).findings().getFirst();
  }

  @Test
  void a_disk_without_the_room_that_builds_need_fails() {
    DiskRules impossible = new DiskRules(Long.MAX_VALUE, 85, 75, Map.of());

    List<Finding> findings = new DiskCheck(folder.resolve("not yet"), impossible).findings();

    assertThat(findings.getFirst().level()).isEqualTo(Level.FAIL);
    assertThat(findings.getFirst().advice()).contains("--min-free-disk");
  }

  @Test
  void inodes_are_read_from_df() {
    List<String> lines =
        List.of("Filesystem Inodes IUsed IFree IUse% Mounted on", "/dev/x 1000 970 30 97% /");

    assertThat(Inodes.parse(lines))
        .hasValueSatisfying(i -> assertThat(i.freePercent()).isEqualTo(3));
    assertThat(Inodes.parse(List.of("/dev/x - - - - /"))).isEmpty();
  }

  @Test
  void git_works_here_and_leaves_nothing_behind() throws IOException {
    List<Finding> findings = new GitCheck(folder).findings();

    assertThat(findings.getFirst()).isEqualTo(Finding.ok("a repository can be made and cloned"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void low_limits_are_warned_of() throws Exception {
    Files.createDirectories(folder.resolve("self"));
    Files.writeString(
        folder.resolve("self/limits"),
        """
        Limit                     Soft Limit           Hard Limit           Units
        Max processes             unlimited            unlimited            processes
        Max open files            1024                 524288               files
        """);
    Files.writeString(folder.resolve("meminfo"), "MemTotal: 8000000 kB\nMemAvailable: 100000 kB\n");

    List<Finding> findings = new LimitsCheck(folder).findings();

    assertThat(findings)
        .extracting(Finding::level)
        .containsExactly(Level.WARN, Level.OK, Level.WARN);
  }

  private static Check check(Finding... findings) {
    return new Check() {
      @Override
      public String name() {
        return "test";
      }

      @Override
      public List<Finding> findings() {
        return List.of(findings);
      }
    };
  }

  private static HttpServer answering(int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }
}
