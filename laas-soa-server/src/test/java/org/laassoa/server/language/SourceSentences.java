package org.laassoa.server.language;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sentences that the server's sources say to people, read from the sources themselves. */
final class SourceSentences extends TreeScanner<Void, Void> {

  /** What agents are told is read by programs, and by those who read the agent's log. */
  private static final Set<String> TO_AGENTS = Set.of("agentwire");

  private static final Set<String> SPEAKING_METHODS =
      Set.of("Message.of", "errors.add", "errors.require", "ProblemDocument.of", "invalidField");

  private static final Set<String> SPEAKING_CLASSES = Set.of("FieldError", "ProblemException");

  private final Set<String> said = new TreeSet<>();
  private final Set<String> constants = new TreeSet<>();

  private SourceSentences() {}

  /** Reads all sources below a folder. */
  static SourceSentences of(Path folder) throws IOException {
    SourceSentences sentences = new SourceSentences();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> all = Files.walk(folder);
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = all.filter(path -> isSpoken(folder.relativize(path))).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      for (CompilationUnitTree unit : task.parse()) {
        sentences.scan(unit, null);
      }
    }
    return sentences;
  }

  private static boolean isSpoken(Path source) {
    return source.toString().endsWith(".java") && !TO_AGENTS.contains(source.getName(0).toString());
  }

  /** What is certainly said to people. */
  Set<String> said() {
    return said;
  }

  /** Every text that stands in the sources, said or not. */
  Set<String> constants() {
    return constants;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
    String method = call.getMethodSelect().toString();
    if (SPEAKING_METHODS.contains(method) || method.endsWith(".invalidField")) {
      boolean message = method.equals("Message.of");
      note(message ? call.getArguments().getFirst() : call.getArguments().getLast());
    }
    return super.visitMethodInvocation(call, nothing);
  }

  @Override
  public Void visitNewClass(NewClassTree made, Void nothing) {
    if (SPEAKING_CLASSES.contains(made.getIdentifier().toString())) {
      note(made.getArguments().getLast());
    }
    return super.visitNewClass(made, nothing);
  }

  /** Of the annotations of Bean Validation that are our own. */
  @Override
  public Void visitMethod(MethodTree method, Void nothing) {
    if (method.getName().contentEquals("message")
        && method.getDefaultValue() instanceof ExpressionTree words
        && text(words) != null) {
      String text = Objects.requireNonNull(text(words)).replaceAll("\\{\\w+}", "%s");
      said.add(text);
      constants.add(text);
    }
    return super.visitMethod(method, nothing);
  }

  @Override
  public Void visitLiteral(LiteralTree literal, Void nothing) {
    if (literal.getValue() instanceof String text) {
      constants.add(text);
    }
    return super.visitLiteral(literal, nothing);
  }

  @Override
  public Void visitBinary(BinaryTree both, Void nothing) {
    String whole = text(both);
    if (whole != null) {
      constants.add(whole);
    }
    return super.visitBinary(both, nothing);
  }

  private void note(ExpressionTree words) {
    String text = text(words);
    // A single word is a name.
    if (text != null && text.contains(" ")) {
      said.add(text);
    }
  }

  /** A text that is written in one piece or in several; null when it is none. */
  private static String text(Tree tree) {
    return switch (tree) {
      case LiteralTree literal when literal.getValue() instanceof String text -> text;
      case BinaryTree both when both.getKind() == Tree.Kind.PLUS -> {
        String left = text(both.getLeftOperand());
        String right = text(both.getRightOperand());
        yield left == null || right == null ? null : left + right;
      }
      default -> null;
    };
  }
}
