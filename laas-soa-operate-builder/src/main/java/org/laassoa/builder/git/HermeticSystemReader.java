package org.laassoa.builder.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the git settings of the machine and its users out: no credential helper, filter, proxy or
 * address rewriting that somebody set up for himself has a say in a build.
 */
final class HermeticSystemReader extends SystemReader.Delegate {

  /** JGit's 10 MiB make it unpack the same delta bases again and again. */
  private static final int CACHE_BYTES = 64 * 1024 * 1024;

  private HermeticSystemReader(SystemReader machine) {
    super(machine);
  }

  /**
   * Makes JGit read no settings but a repository's own, in this whole process; sizes its caches.
   */
  static void install() {
    if (!(SystemReader.getInstance() instanceof HermeticSystemReader)) {
      SystemReader.setInstance(new HermeticSystemReader(SystemReader.getInstance()));
      WindowCacheConfig caches = new WindowCacheConfig();
      caches.setPackedGitLimit(CACHE_BYTES);
      caches.setDeltaBaseCacheLimit(CACHE_BYTES);
      caches.install();
    }
  }

  @Override
  public @Nullable String getenv(String variable) {
    return variable.startsWith("GIT_") ? null : super.getenv(variable);
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  private static final class Empty extends FileBasedConfig {
    @SuppressWarnings("NullAway") // JGit's own tests make a config without a file like this.
    Empty(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
