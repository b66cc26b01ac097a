package org.laassoa.builder.execution.docker.nativeimage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeReflection;

/**
 * Keeps the client's model of requests and answers open to reflection in a native executable:
 * Jackson makes, fills and reads its classes, and nothing else refers to most of them. Taken from
 * the jar as a whole, since a list would be outdated by the next version.
 */
public final class EngineModelFeature implements Feature {

  /** {@code docker-java-api}, {@code docker-java-core} and their like. */
  private static final String JARS = "docker-java-";

  /** What engines answer, what they are sent, and the requests that are sent as they are. */
  private static final String[] PACKAGES = {
    "com/github/dockerjava/api/model/",
    "com/github/dockerjava/api/command/",
    "com/github/dockerjava/core/command/"
  };

  /** For the builder of the executable. */
  public EngineModelFeature() {}

  @Override
  public void beforeAnalysis(BeforeAnalysisAccess access) {
    access.getApplicationClassPath().stream()
        .filter(path -> path.getFileName().toString().contains(JARS))
        .forEach(path -> register(access, path));
  }

  private static void register(BeforeAnalysisAccess access, Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class") && Stream.of(PACKAGES).anyMatch(name::startsWith))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .map(access::findClassByName)
          .forEach(EngineModelFeature::register);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void register(Class<?> type) {
    RuntimeReflection.register(type);
    RuntimeReflection.register(type.getDeclaredConstructors());
    RuntimeReflection.register(type.getDeclaredMethods());
    RuntimeReflection.register(type.getDeclaredFields());
  }
}
