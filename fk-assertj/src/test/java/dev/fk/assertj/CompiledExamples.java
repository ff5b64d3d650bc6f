package dev.fk.assertj;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The examples of the Javadoc as one compiled class, so that none can rot. */
final class CompiledExamples {
    private static final String HEAD =
            """
            package dev.fk.assertj;
            import static dev.fk.assertj.SchemaAssertions.*;
            import static dev.fk.assertj.SchemaAssertions.assertThat;
            import static dev.fk.core.rule.RuleDefinition.*;
            import static dev.fk.core.schema.ReferentialAction.*;
                        import dev.fk.core.diff.SchemaFingerprint;
            import dev.fk.core.parity.Idiom;
            import dev.fk.core.parity.Parity;
            import dev.fk.core.rule.RuleSet;
            import dev.fk.core.rule.Rules;
            import dev.fk.core.schema.DataType;
            import dev.fk.core.schema.Generation;
            import dev.fk.core.schema.MatchType;
            import dev.fk.core.schema.QualifiedName;
            import dev.fk.core.schema.Trigger;
            import java.util.Map;
            public class Examples extends ExampleValues {
                public Examples(dev.fk.core.database.Database database, dev.fk.core.database.Database empty) {
                    super(database, empty);
                }
            """;

    private final Class<?> examples;

    private CompiledExamples(Class<?> examples) {
        this.examples = examples;
    }

    static CompiledExamples of(List<JavadocExample> all, Path folder) throws IOException, ReflectiveOperationException {
        StringBuilder source = new StringBuilder(HEAD);
        for (JavadocExample example : all) {
            method(source, name(example, "passes"), example.passes());
            method(source, name(example, "fails"), example.fails());
        }
        // a class loader of its own makes it a package of its own, so all it uses is public
        return new CompiledExamples(CompiledSource.load(
                folder, "dev.fk.assertj.Examples", source.append("}\n").toString()));
    }

    private static void method(StringBuilder source, String name, String body) {
        source.append("public void ").append(name).append("() {\n").append(body).append("\n}\n");
    }

    private static String name(JavadocExample example, String outcome) {
        return example.assertion().replace('.', '_') + "_" + outcome;
    }

    Bound on(Database database, Database empty) throws Exception {
        return new Bound(database, CurrentDatabase.callWith(database, () -> examples.getConstructor(
                        Database.class, Database.class)
                .newInstance(database, empty)));
    }

    /** The examples speaking of one database. */
    record Bound(Database database, Object examples) {
        Optional<AssertionError> run(JavadocExample example, String outcome) throws Exception {
            return CurrentDatabase.callWith(database, () -> {
                try {
                    examples.getClass().getMethod(name(example, outcome)).invoke(examples);
                    return Optional.empty();
                } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof AssertionError failed) {
                        return Optional.of(failed);
                    }
                    throw e;
                }
            });
        }
    }
}
