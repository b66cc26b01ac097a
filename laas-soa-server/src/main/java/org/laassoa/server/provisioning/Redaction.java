package org.laassoa.server.provisioning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.laassoa.server.machine.MachineLogin;

/**
 * Takes secrets out of what a machine prints. None should be there: commands carry none. But a log
 * or a program of the machine may repeat what it was given.
 */
final class Redaction {
  private static final Pattern TOKEN = Pattern.compile("laas-(?:join|agent)-[A-Za-z0-9_-]{40,}");
  private static final String INSTEAD = "***";

  private final List<String> secrets = new ArrayList<>();

  Redaction(MachineLogin login) {
    Stream.of(login.password(), login.passphrase())
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(String::length).reversed())
        .forEach(secrets::add);
    if (login.privateKey() != null) {
      login.privateKey().lines().filter(line -> !line.startsWith("-----")).forEach(secrets::add);
    }
  }

  /** The text without secrets. */
  String of(String text) {
    String clean = TOKEN.matcher(text).replaceAll(INSTEAD);
    for (String secret : secrets) {
      clean = clean.replace(secret, INSTEAD);
    }
    return clean;
  }
}
