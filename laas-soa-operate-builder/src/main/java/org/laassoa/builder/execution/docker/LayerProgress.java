package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.model.ResponseItem;
import java.util.HashMap;
import java.util.Map;
import org.laassoa.builder.execution.BuildOutput;

/** Turns the progress of a pull or push into lines: one when a layer's state changes. */
final class LayerProgress {

  private final BuildOutput output;
  private final Map<String, String> states = new HashMap<>();

  LayerProgress(BuildOutput output) {
    this.output = output;
  }

  /** Takes one part of the answer. */
  void accept(ResponseItem item) {
    String state = item.getStatus();
    if (state == null || state.isBlank()) {
      return;
    }
    String layer = item.getId();
    if (layer == null) {
      output.line(state.strip());
    } else if (!state.equals(states.put(layer, state))) {
      output.line(layer + ": " + state.strip());
    }
  }
}
