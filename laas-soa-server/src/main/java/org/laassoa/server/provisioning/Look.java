package org.laassoa.server.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.Become;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFacts;
import org.laassoa.server.machine.MachineFailure;
import org.laassoa.server.provisioning.ssh.CommandResult;
import org.laassoa.server.provisioning.ssh.RemoteCommand;
import org.laassoa.server.provisioning.ssh.SshFailure;

/** Finds out what kind of machine it is. */
final class Look implements Step {

  /** {@code $1} is the wanted directory or nothing, {@code $2} whether the login becomes root. */
  private static final String SCRIPT =
      """
      uid=$(id -u)
      case $1 in
        '') if [ "$uid" = 0 ] || [ "$2" = yes ]; then dir=/opt/laas-agent; else dir=$HOME/.laas-agent; fi ;;
        '~/'*) dir=$HOME/${1#??} ;;
        *) dir=$1 ;;
      esac
      echo "directory=$dir"
      echo "uid=$uid"
      echo "user=$(id -un)"
      echo "system=$(uname -s)"
      echo "kernel=$(uname -r)"
      echo "arch=$(uname -m)"
      echo "glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed -n 's/^glibc //p')"
      echo "os=$(. /etc/os-release 2>/dev/null && echo "$PRETTY_NAME")"
      if [ -d /run/systemd/system ]; then echo init=systemd; else echo init=none; fi
      near=$dir
      while [ ! -d "$near" ]; do near=$(dirname "$near"); done
      echo "free=$(df -Pk "$near" | awk 'NR == 2 { print $4 }')"
      echo "clock=$(date +%s)"
      echo "agent=$(cat "$dir/current/version" 2>/dev/null)"
      missing=
      for tool in awk cmp dirname grep sed sha256sum tail tar gzip tr wc; do
        command -v $tool >/dev/null || missing="$missing $tool"
      done
      echo "missing=$missing"
      for socket in "${DOCKER_HOST#unix://}" /var/run/docker.sock "/run/user/$uid/docker.sock" \\
        "/run/user/$uid/podman/podman.sock" /run/podman/podman.sock; do
        [ -S "$socket" ] || continue
        [ -w "$socket" ] || { echo "engine=$socket may not be used by $(id -un)"; continue; }
        name=docker
        case $socket in *podman*) name=podman ;; esac
        answer=$(curl -s -m 5 --unix-socket "$socket" http://engine/version 2>/dev/null)
        version=$(echo "$answer" | sed -n 's/.*"Version":"\\([^"]*\\)","Api.*/\\1/p')
        [ -n "$version" ] || version=$(docker -H "unix://$socket" version -f '{{.Server.Version}}' 2>/dev/null)
        [ -n "$version" ] || version="of unknown version"
        echo "engine=$name $version"
        break
      done
      """;

  @Override
  public String name() {
    return "look";
  }

  @Override
  public void run(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    boolean sudo = visit.machine().become() == Become.SUDO;
    if (sudo) {
      visit.require(RemoteCommand.of("true").byRoot(), MachineFailure.of(FailureCode.SUDO_FAILS));
    }
    String wanted = visit.machine().directory();
    Instant asked = visit.tools().clock().instant();
    CommandResult result =
        visit.run(RemoteCommand.of(SCRIPT, wanted == null ? "" : wanted, sudo ? "yes" : "no"));
    Map<String, String> found = lines(result.output());
    if (!result.succeeded() || !found.containsKey("clock") || !found.containsKey("arch")) {
      throw new StepFailure(
          MachineFailure.of(FailureCode.NOT_LOOKED_AT).with("said", result.text()));
    }
    visit.say(result.output());
    MachineFacts facts = facts(found, sudo, asked);
    visit.looked(facts);
    boolean runs = !visit.service().pid(visit).isEmpty();
    MachineFacts all = withAgent(facts, runs);
    visit.looked(all);
    visit.tools().machines().looked(visit.machine().id(), all);
    visit.say(runs ? "an agent runs there" : "no agent runs there");
    String missing = found.getOrDefault("missing", "").strip();
    if (!missing.isEmpty()) {
      throw new StepFailure(MachineFailure.of(FailureCode.TOOLS_MISSING).with("tools", missing));
    }
  }

  private static Map<String, String> lines(String output) {
    Map<String, String> found = new HashMap<>();
    output
        .lines()
        .filter(line -> line.indexOf('=') > 0)
        .forEach(
            line ->
                found.put(
                    line.substring(0, line.indexOf('=')),
                    line.substring(line.indexOf('=') + 1).strip()));
    return found;
  }

  private static MachineFacts facts(Map<String, String> found, boolean sudo, Instant asked) {
    boolean root = "0".equals(found.get("uid"));
    return new MachineFacts(
        found.getOrDefault("os", ""),
        found.getOrDefault("system", ""),
        found.getOrDefault("kernel", ""),
        found.getOrDefault("arch", ""),
        orNull(found.get("glibc")),
        found.getOrDefault("init", "none"),
        orNull(found.get("engine")),
        found.getOrDefault("user", ""),
        root,
        sudo ? true : null,
        found.getOrDefault("directory", ""),
        number(found.get("free")) * 1024,
        Duration.between(asked, Instant.ofEpochSecond(number(found.get("clock")))).toSeconds(),
        orNull(found.get("agent")),
        false,
        asked);
  }

  private static MachineFacts withAgent(MachineFacts facts, boolean runs) {
    return new MachineFacts(
        facts.os(),
        facts.system(),
        facts.kernel(),
        facts.arch(),
        facts.glibc(),
        facts.init(),
        facts.engine(),
        facts.user(),
        facts.root(),
        facts.sudo(),
        facts.directory(),
        facts.diskFreeBytes(),
        facts.clockOffsetSeconds(),
        facts.agent(),
        runs,
        facts.lookedAt());
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static long number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }
}
