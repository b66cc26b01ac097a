package org.laassoa.endtoend.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.endtoend.engine.Engine;
import org.laassoa.endtoend.process.Checkout;

class DemoImageIT {

  @TempDir private Path folder;

  @Test
  void the_example_compiles_in_it() {
    var engine = Engine.find();
    if (!"true".equals(System.getenv("CI"))) {
      Assumptions.assumeTrue(engine.isPresent(), "no container engine answers");
    }
    String image = new DemoImage(engine.orElseThrow(), folder).ensure();

    String output =
        engine
            .orElseThrow()
            .docker(
                "run",
                "--rm",
                "-v",
                Checkout.root().resolve("examples/hello-java") + ":/example:ro",
                image,
                "sh",
                "-c",
                "mkdir /work && cp -R /example/. /work && cd /work && LAAS_SOURCE=/work sh compile.sh && java -jar target/hello.jar");

    assertThat(output).contains("2 checks passed").endsWith("Hello, world!");
  }
}
