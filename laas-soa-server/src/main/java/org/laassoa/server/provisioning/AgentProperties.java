package org.laassoa.server.provisioning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.AgentSettings;

/** The agent's settings as the file that it reads (java.util.Properties, in UTF-8). */
final class AgentProperties {

  private AgentProperties() {}

  /**
   * The file's content.
   *
   * @param joinToken what the agent joins with, or null when it has joined
   */
  static String of(
      AgentSettings settings, String server, AgentFiles files, @Nullable String joinToken) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("server", server);
    if (joinToken != null) {
      values.put("join", joinToken);
    }
    values.put("name", settings.name());
    values.put("capacity", Integer.toString(settings.capacity()));
    values.put("root", files.root());
    values.put("executor", settings.executor().option());
    putList(values, "actions", settings.actions());
    putList(values, "labels", settings.labels());
    return "# Written by the laas-soa server: changes are lost when the machine is provisioned.\n"
        + values.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()) + "\n")
            .collect(Collectors.joining());
  }

  private static void putList(Map<String, String> values, String name, List<String> all) {
    if (!all.isEmpty()) {
      values.put(name, String.join(",", all));
    }
  }

  private static String escaped(String value) {
    String text = value.replace("\\", "\\\\");
    return text.startsWith(" ") ? "\\" + text : text;
  }
}
