package org.laassoa.builder.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.laassoa.builder.workspace.FileTree;
import org.laassoa.wire.CompleteRequest;

/**
 * What one attempt keeps on the disk until the server has its result: the log's spool, how far it
 * has come, and the result once there is one.
 *
 * @param directory a folder of the attempt alone
 */
record AttemptFiles(Path directory) {

  private static final Logger LOG = Logger.getLogger(AttemptFiles.class);

  Path log() {
    return directory.resolve("log");
  }

  boolean hasLog() {
    return Files.exists(log());
  }

  /** The result; not there while the build runs. */
  PrivateJsonFile<CompleteRequest> result() {
    return new PrivateJsonFile<>(directory.resolve("result.json"), CompleteRequest.class);
  }

  /** How far the attempt has come; not there before it has its workspace. */
  PrivateJsonFile<AttemptNote> progress() {
    return new PrivateJsonFile<>(directory.resolve("progress.json"), AttemptNote.class);
  }

  /**
   * Notes how far the attempt has come. Where that fails, nothing is noted: an old note would have
   * a later process do once more what has been done.
   *
   * @throws UncheckedIOException when the old note cannot be removed either
   */
  void note(AttemptNote note) {
    try {
      progress().write(note);
    } catch (IOException e) {
      LOG.warnf(e, "Build %s would not outlive this process", note.actionId());
      try {
        Files.deleteIfExists(progress().file());
      } catch (IOException stays) {
        throw new UncheckedIOException(stays);
      }
    }
  }

  void delete() throws IOException {
    FileTree.delete(directory);
  }

  /** Where nobody can do anything about a failure. */
  void deleteQuietly() {
    try {
      delete();
    } catch (IOException e) {
      LOG.warnf(e, "%s could not be removed", directory);
    }
  }
}
