package org.laassoa.builder.git;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.submodule.SubmoduleWalk;
import org.eclipse.jgit.transport.URIish;
import org.laassoa.builder.execution.BuildOutput;

/** Checks out the submodules of a work tree, and theirs. */
final class Submodules {

  private static final int GREATEST_DEPTH = 10;

  private final BuildOutput output;

  Submodules(BuildOutput output) {
    this.output = output;
  }

  /** Brings each submodule to the commit that the work tree names. */
  void checkOut(WorkTree parent, Path folder, Remote remote, int depth) throws IOException {
    if (depth > GREATEST_DEPTH) {
      throw new IOException("submodules are nested more than " + GREATEST_DEPTH + " deep");
    }
    try (SubmoduleWalk walk = SubmoduleWalk.forIndex(parent.repository())) {
      walk.loadModulesConfig();
      while (walk.next()) {
        String url = walk.getModulesUrl();
        if (url == null) {
          continue;
        }
        URIish address = resolve(remote.uri(), url);
        output.line("submodule " + walk.getPath() + " from " + address);
        Remote own = remote.at(address);
        Path place = folder.resolve(walk.getPath());
        try (WorkTree tree = WorkTree.open(place, own)) {
          tree.checkOutCommit(walk.getObjectId());
          checkOut(tree, place, own, depth + 1);
        }
      }
    } catch (ConfigInvalidException e) {
      throw new IOException(".gitmodules cannot be read: " + e.getMessage(), e);
    }
  }

  /** A submodule never reaches files of the agent's machine, unless its parent is one itself. */
  private static URIish resolve(URIish parent, String url) throws IOException {
    try {
      boolean relative = url.startsWith("./") || url.startsWith("../");
      URIish address =
          relative
              ? new URIish(URI.create(parent + "/").resolve(url).toString())
              : new URIish(url).setUser(null).setPass(null);
      String scheme = String.valueOf(address.getScheme());
      if (!List.of("http", "https", String.valueOf(parent.getScheme())).contains(scheme)) {
        throw new IOException("the submodule's address is neither http nor https: " + address);
      }
      return address;
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException("the submodule's address cannot be read", e);
    }
  }
}
