package org.laassoa.builder.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HermeticSystemReaderTest {

  @Test
  void a_file_system_is_not_measured(@TempDir Path folder) {
    HermeticSystemReader.install();

    var attributes = FS.getFileStoreAttributes(folder);

    assertThat(attributes.getFsTimestampResolution()).isEqualTo(Duration.ofMillis(10));
    assertThat(attributes.getMinimalRacyInterval()).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void settings_of_the_machine_and_its_users_are_not_read() throws Exception {
    HermeticSystemReader.install();

    SystemReader reader = SystemReader.getInstance();

    assertThat(reader.getUserConfig().getSections()).containsExactly("core");
    assertThat(reader.getSystemConfig().getSections()).isEmpty();
    assertThat(reader.getJGitConfig().getSections()).isEmpty();
  }
}
