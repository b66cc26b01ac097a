package org.laassoa.endtoend.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.endtoend.api.LaasApi;
import org.laassoa.endtoend.git.GitHttpServer;

/**
 * What the server is told about the example project, through the same API that everybody uses.
 *
 * @param folder the example's files
 * @param git the Git server that has it as {@code hello-java.git}
 * @param gitPassword the Git server's password
 * @param image the image to build in and to make the project's image from, or null: compile only
 */
record DemoProject(Path folder, GitHttpServer git, String gitPassword, @Nullable String image) {

  static final String NAME = "hello-java";

  /** Stores all that a build of the project needs. */
  void configure(LaasApi api) throws IOException, InterruptedException {
    api.put(
        "/api/git-servers/demo",
        Map.of(
            "description",
            "the demo's own Git server",
            "kind",
            "generic",
            "address",
            "http://127.0.0.1",
            "port",
            git.port(),
            "username",
            GitHttpServer.USERNAME,
            "password",
            gitPassword,
            "is_default",
            true));
    api.put(
        "/api/build-environments/demo-jdk",
        Map.of(
            "description", "the JDK of this machine",
            "image", image == null ? "none" : image,
            "pull_policy", "never"));
    api.put("/api/build-configurations/" + NAME, configuration());
    api.put(
        "/api/projects/" + NAME,
        Map.of(
            "description",
            "says hello",
            "project_type",
            "java",
            "repository",
            NAME + ".git",
            "build_configuration",
            NAME));
  }

  private Map<String, Object> configuration() throws IOException {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("description", "compiles with the JDK alone");
    configuration.put("build_environment", "demo-jdk");
    configuration.put("compile_script", "compile.sh");
    configuration.put("compile_may_repeat", true);
    Map<String, String> files = new HashMap<>();
    files.put("compile.sh", Files.readString(folder.resolve("compile.sh")));
    if (image == null) {
      configuration.put("packaging", Map.of("kind", "none"));
    } else {
      files.put("Dockerfile", Files.readString(folder.resolve("Dockerfile")));
      configuration.put(
          "packaging", Map.of("kind", "dockerfile", "file", "Dockerfile", "context", "source"));
      configuration.put("build_args", Map.of("BASE_IMAGE", image));
    }
    configuration.put("files", files);
    return configuration;
  }
}
