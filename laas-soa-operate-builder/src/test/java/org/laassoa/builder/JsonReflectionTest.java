package org.laassoa.builder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laassoa.builder.server.AgentApi;

/**
 * What Jackson makes, reads and writes must be registered for reflection, or the native executable
 * fails where the jar works. Found here without building one.
 */
class JsonReflectionTest {

  private static final String OURS = "org.laassoa.";

  /** The classes whose constructors and methods are handed the type that JSON is read as. */
  private static final Set<String> READERS =
      Set.of(
          "org.laassoa.builder.agent.PrivateJsonFile",
          ObjectMapper.class.getName(),
          Response.class.getName());

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.laassoa.builder");

  @Test
  void what_crosses_the_wire_is_registered() {
    Set<Class<?>> types = new LinkedHashSet<>();

    for (Method call : AgentApi.class.getMethods()) {
      Stream.concat(
              Stream.of(call.getGenericReturnType()), Stream.of(call.getGenericParameterTypes()))
          .forEach(type -> collect(type, types));
    }

    assertThat(types).isNotEmpty().isSubsetOf(registered());
  }

  @Test
  void what_is_read_as_a_named_type_is_registered() {
    Set<Class<?>> types = new LinkedHashSet<>();

    CLASSES.stream()
        .flatMap(type -> type.getCodeUnits().stream())
        .filter(JsonReflectionTest::readsJson)
        .flatMap(unit -> unit.getReferencedClassObjects().stream())
        .forEach(referred -> collect(referred.getRawType().reflect(), types));

    assertThat(types).isNotEmpty().isSubsetOf(registered());
  }

  private static boolean readsJson(JavaCodeUnit unit) {
    return unit.getCallsFromSelf().stream()
        .filter(call -> READERS.contains(call.getTargetOwner().getName()))
        .flatMap(call -> call.getTarget().getRawParameterTypes().stream())
        .anyMatch(parameter -> parameter.isEquivalentTo(Class.class));
  }

  /** Adds the type, if it is ours, and all that it may hold. */
  private static void collect(Type type, Set<Class<?>> types) {
    switch (type) {
      case ParameterizedType generic -> {
        collect(generic.getRawType(), types);
        Stream.of(generic.getActualTypeArguments()).forEach(of -> collect(of, types));
      }
      case GenericArrayType array -> collect(array.getGenericComponentType(), types);
      case Class<?> array when array.isArray() -> collect(array.componentType(), types);
      case Class<?> our when our.getName().startsWith(OURS) && types.add(our) ->
          parts(our).forEach(part -> collect(part, types));
      default -> {
        // Known to Jackson, or there already.
      }
    }
  }

  private static Stream<Type> parts(Class<?> type) {
    Stream<Type> components =
        type.isRecord()
            ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getGenericType)
            : Stream.empty();
    Stream<Type> kinds =
        Optional.ofNullable(type.getPermittedSubclasses()).stream().flatMap(Arrays::stream);
    return Stream.concat(components, kinds);
  }

  private static Set<Class<?>> registered() {
    return CLASSES.stream()
        .filter(type -> type.isAnnotatedWith(RegisterForReflection.class))
        .map(JavaClass::reflect)
        .flatMap(JsonReflectionTest::registeredBy)
        .collect(Collectors.toSet());
  }

  private static Stream<Class<?>> registeredBy(Class<?> annotated) {
    Class<?>[] targets = annotated.getAnnotation(RegisterForReflection.class).targets();
    return targets.length == 0 ? Stream.of(annotated) : Arrays.stream(targets);
  }
}
