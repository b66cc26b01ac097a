package org.laassoa.builder.execution.docker;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jboss.logging.Logger;

/**
 * When a build of this agent used which image last. Engines do not know it, so a file in the
 * agent's folder does: a line for each image, {@code name=milliseconds since 1970}. Safe for many
 * threads.
 */
final class ImageUses {

  private static final Logger LOG = Logger.getLogger(ImageUses.class);

  private final Path file;

  /** The uses that this agent has noted. */
  ImageUses(Path root) {
    this.file = root.resolve(".laas").resolve("images");
  }

  /** A build uses an image, now. */
  synchronized void note(String name) {
    Properties uses = read();
    uses.setProperty(name, Long.toString(Instant.now().toEpochMilli()));
    write(uses);
  }

  /** A build uses an image, now; nothing is noted of one that this agent has not made. */
  synchronized void noteKnown(String name) {
    if (last().containsKey(name)) {
      note(name);
    }
  }

  /** When images were used last, by name; none that this agent neither made nor used. */
  synchronized Map<String, Instant> last() {
    Map<String, Instant> last = new HashMap<>();
    read()
        .forEach(
            (name, time) -> {
              try {
                last.put((String) name, Instant.ofEpochMilli(Long.parseLong((String) time)));
              } catch (NumberFormatException e) {
                LOG.debugf("%s does not say when %s was used", file, name);
              }
            });
    return last;
  }

  /** Forgets all images but those that there are. */
  synchronized void keep(Collection<String> names) {
    Properties uses = read();
    if (uses.keySet().retainAll(names)) {
      write(uses);
    }
  }

  private Properties read() {
    Properties uses = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        uses.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        LOG.warnf(e, "%s cannot be read: images count as used when they were made", file);
      }
    }
    return uses;
  }

  private void write(Properties uses) {
    try {
      StringWriter text = new StringWriter();
      uses.store(text, null);
      Path fresh = file.resolveSibling("images.new");
      Files.writeString(fresh, text.toString());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // A full disk, most likely. The image counts as older than it is.
      LOG.warnf(e, "%s cannot be written", file);
    }
  }
}
