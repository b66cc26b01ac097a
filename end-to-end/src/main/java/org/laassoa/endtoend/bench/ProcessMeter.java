package org.laassoa.endtoend.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process takes of the machine; on Linux only. */
record ProcessMeter(long pid) {

  private static final double MEGABYTE = 1e6;

  /** The memory that it has now, in MB: its resident set. */
  double memory() {
    return status("VmRSS:") / MEGABYTE;
  }

  /** The most memory that it has had since it started, or since {@link #forgetPeak()}, in MB. */
  double peakMemory() {
    return status("VmHWM:") / MEGABYTE;
  }

  /** Begins with the peak anew: proc(5), clear_refs. */
  void forgetPeak() {
    try {
      Files.writeString(Path.of("/proc/" + pid + "/clear_refs"), "5");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The processor time that it has used so far. */
  Duration cpu() {
    return ProcessHandle.of(pid).flatMap(it -> it.info().totalCpuDuration()).orElseThrow();
  }

  private long status(String line) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(text -> text.startsWith(line))
          .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("the process has ended"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
