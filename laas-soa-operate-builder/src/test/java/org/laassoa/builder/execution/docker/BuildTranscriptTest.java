package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.BuildResponseItem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildTranscriptTest {

  private final List<String> lines = new ArrayList<>();
  private final BuildTranscript transcript = new BuildTranscript(lines::add);

  @Test
  void parts_are_put_together_to_lines() throws Exception {
    // When
    takes("{'stream':'Step 1/2 : '}", "{'stream':'FROM x\\n'}", "{'stream':'a\\r\\nb'}");
    transcript.end();
    // Then
    assertThat(lines).containsExactly("Step 1/2 : FROM x", "a", "b");
  }

  @Test
  void a_layer_has_one_line_for_each_of_its_states() throws Exception {
    // When
    takes(
        "{'status':'Downloading','id':'l1','progress':'1%'}",
        "{'status':'Downloading','id':'l1','progress':'2%'}",
        "{'status':'Downloading','id':'l2'}",
        "{'status':'Pull complete','id':'l1'}",
        "{'status':'Digest: x'}");
    // Then
    assertThat(lines)
        .containsExactly("l1: Downloading", "l2: Downloading", "l1: Pull complete", "Digest: x");
  }

  @Test
  void an_error_at_a_from_line_is_about_the_image_it_names() throws Exception {
    // When
    takes("{'stream':'Step 1/2 : FROM x\\n'}", "{'errorDetail':{'message':'no such image'}}");
    // Then
    assertThat(transcript.error()).isEqualTo("no such image");
    assertThat(transcript.inFrom()).isTrue();
  }

  @Test
  void an_error_at_another_line_is_not() throws Exception {
    // When
    takes(
        "{'stream':'Step 1/2 : FROM x\\n'}",
        "{'stream':'Step 2/2 : RUN false\\n'}",
        "{'errorDetail':{'code':1,'message':'failed'},'error':'failed'}");
    // Then
    assertThat(transcript.inFrom()).isFalse();
  }

  private void takes(String... parts) throws Exception {
    ObjectMapper json = new ObjectMapper();
    for (String part : parts) {
      transcript.accept(json.readValue(part.replace('\'', '"'), BuildResponseItem.class));
    }
  }
}
