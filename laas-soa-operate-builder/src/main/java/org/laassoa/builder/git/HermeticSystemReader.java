package org.laassoa.builder.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.eclipse.jgit.util.sha1.SHA1;
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
    return new Own(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  private static class Empty extends FileBasedConfig {
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

  /** What the agent sets in place of a user, for speed. */
  private static final class Own extends Empty {

    /** How close two changes of a file may be and yet show the same time. */
    private static final String TIMESTAMP_RESOLUTION = "10 milliseconds";

    Own(@Nullable Config parent, FS fs) {
      super(parent, fs);
      // The JDK's SHA-1 takes half the time of JGit's, which also looks for forged collisions. The
      // git server did so when the objects were pushed, and a build trusts its git server.
      setEnum(
          ConfigConstants.CONFIG_CORE_SECTION,
          null,
          ConfigConstants.SHA1_IMPLEMENTATION,
          SHA1.Sha1Implementation.JDKNATIVE);
    }

    /**
     * Also says what JGit otherwise measures of each file system, for 3 s, in the first clone. It
     * tells whether a file that was read has changed since; here nobody but the one checkout writes
     * to a clone while it is open, and no clone stays open, so that an estimate is enough.
     */
    @Override
    public @Nullable String getString(String section, @Nullable String subsection, String name) {
      if (section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
          && (name.equals(ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION)
              || name.equals(ConfigConstants.CONFIG_KEY_MIN_RACY_THRESHOLD))) {
        return TIMESTAMP_RESOLUTION;
      }
      return super.getString(section, subsection, name);
    }
  }
}
