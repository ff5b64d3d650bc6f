package dev.fk.core.generate;

import dev.fk.core.database.Database;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.SchemaObjects;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Writes a test class that holds a live schema as it is: one test for the tables and enum types there are, and one for each
 * table, with its columns (type, nullability, default), keys, foreign keys (actions, names), indexes, checks and comments in
 * full, and views, sequences and triggers in shape. The class needs fk-assertj and Jupiter; it passes on the database
 * it was written from, and fails with what differs on one that is not the same. What has no assertion of its own, such
 * as storage parameters, is in the fingerprint at the end of each table, and so are foreign keys of a table of which
 * one is disabled; the types of one kind of server are in it, so it is a class for that kind. Enum types, views and
 * sequences of other schemas than the default one are left out. Immutable.
 *
 * <pre>{@code
 * String source = AssertionWriter.of("com.example.shop", "ShopSchemaTest").write(database);
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL)
public final class AssertionWriter {
    private static final String INDENT = "                ";
    private static final int MOST_LINES = 40;
    private static final EnumDefinition SOME_ENUM = new EnumDefinition(QualifiedName.of("some"), List.of("label"));

    private final String packageName;
    private final String className;
    private final Optional<String> annotation;
    private final boolean fingerprints;

    private AssertionWriter(String packageName, String className, Optional<String> annotation, boolean fingerprints) {
        this.packageName = packageName;
        this.className = className;
        this.annotation = annotation;
        this.fingerprints = fingerprints;
    }

    /**
     * A class that connects to the database by itself, at {@code -Dfk.url} if that is set.
     *
     * @param packageName empty for none
     * @throws IllegalArgumentException if one of the names is none in Java
     */
    public static AssertionWriter of(String packageName, String className) {
        JavaNames.requireClass(packageName, className);
        return new AssertionWriter(packageName, className, Optional.empty(), true);
    }

    /**
     * A class whose tests get their database from {@code @WithSchema} of fk-junit.
     *
     * @param attributes what stands between the parentheses, such as {@code flyway = "classpath:db/migration"}
     */
    public AssertionWriter withSchema(String attributes) {
        return new AssertionWriter(
                packageName, className, Optional.of("@WithSchema(" + attributes + ")"), fingerprints);
    }

    /** Asserts only what has an assertion of its own, and nothing about what the class does not show. */
    public AssertionWriter withoutFingerprints() {
        return new AssertionWriter(packageName, className, annotation, false);
    }

    /** The source of the class, for all tables in view of the database. */
    public String write(Database database) {
        Schema schema = database.inForce(database.read()).schema();
        SchemaObjects objects = database.objects();
        Set<String> imports = new TreeSet<>(Set.of(
                "static dev.fk.assertj.SchemaAssertions.schema",
                "static dev.fk.assertj.SchemaAssertions.table",
                "static org.assertj.core.api.Assertions.assertThat",
                "org.junit.jupiter.api.Test"));
        StringBuilder body = new StringBuilder();
        body.append(database(database, imports));
        AssertedObjects asserted = new AssertedObjects(objects, imports);
        List<AssertedLine> ofSchema = Stream.concat(schemaLines(database, schema).stream(), asserted.lines().stream())
                .map(AssertedLine::of)
                .toList();
        JavaNames names = new JavaNames("connect");
        body.append(tests("tables_and_types", names, "schema(" + argument("") + ")", ofSchema));
        for (Table table : schema.tables().values()) {
            if (!table.foreignKeys().isEmpty()) {
                imports.add("static dev.fk.assertj.SchemaAssertions.fk");
            }
            List<AssertedLine> lines = new ArrayList<>(asserted.lines(table));
            lines.addAll(new AssertedTable(table, fingerprints, imports).lines());
            body.append('\n')
                    .append(tests(
                            table.name().toString().replace('.', '_'),
                            names,
                            "table(" + argument(", ") + JavaText.parts(table.name()) + ")",
                            lines));
        }
        return head(database, imports) + body + "}\n";
    }

    private String database(Database database, Set<String> imports) {
        if (annotation.isPresent()) {
            imports.add("dev.fk.junit.WithSchema");
            return "";
        }
        imports.add("dev.fk.core.database.Database");
        Set<String> schemas = new TreeSet<>(database.scope().schemas());
        String scope = "";
        if (database.scope().all() || !schemas.isEmpty()) {
            imports.add("dev.fk.core.dialect.CatalogScope");
            scope = database.scope().all()
                    ? "\n                .withScope(CatalogScope.allSchemas())"
                    : "\n                .withScope(CatalogScope.with(" + JavaText.literals(List.copyOf(schemas))
                            + "))";
        }
        imports.add("org.junit.jupiter.api.BeforeAll");
        return "    private static Database database;\n\n"
                + "    /** Another one, or user and password: -Dfk.url=jdbc:…?user=…&password=… */\n"
                + "    @BeforeAll\n    static void connect() {\n        database = Database.at(System.getProperty(\"fk.url\", "
                + JavaText.literal(database.url()) + "))" + scope + ";\n    }\n\n";
    }

    private String argument(String more) {
        return annotation.isPresent() ? "" : "database" + more;
    }

    private List<String> schemaLines(Database database, Schema schema) {
        List<String> lines = new ArrayList<>();
        lines.add(tables(schema));
        boolean hasTypes = !database.canonical(Schema.of(List.of(), List.of(SOME_ENUM)))
                .schema()
                .enums()
                .isEmpty();
        if (hasTypes) {
            lines.add(JavaText.naming("hasOnlyEnums", schema.enums().keySet()));
        }
        schema.enums()
                .values()
                .forEach(e -> lines.add(Stream.concat(
                                Stream.of(JavaText.name(e.name())),
                                e.labels().stream().map(JavaText::literal))
                        .collect(Collectors.joining(", ", ".hasEnum(", ")"))));
        return lines;
    }

    private static String tables(Schema schema) {
        return schema.tables().isEmpty()
                ? ".hasNoTables()"
                : JavaText.naming("hasOnlyTables", schema.tables().keySet());
    }

    /** Several where there is much to say. */
    private static String tests(String name, JavaNames names, String subject, List<AssertedLine> lines) {
        return Pieces.of(lines, MOST_LINES)
                .map(piece -> test(names.method(name), subject, AssertedLine.inOrder(piece)))
                .collect(Collectors.joining("\n"));
    }

    private static String test(String name, String subject, List<String> lines) {
        StringBuilder test = new StringBuilder("    @Test\n    void ")
                .append(name)
                .append("() {\n        assertThat(")
                .append(subject)
                .append(")");
        lines.forEach(l -> test.append('\n').append(INDENT).append(l.replace("\n", "\n" + INDENT + "        ")));
        return test.append(";\n    }\n").toString();
    }

    private String head(Database database, Set<String> imports) {
        StringBuilder head = new StringBuilder();
        if (!packageName.isEmpty()) {
            head.append("package ").append(packageName).append(";\n\n");
        }
        head.append(Imports.lines(imports));
        head.append("\n/** The schema of ")
                .append(database.server())
                .append(" as it was when fk wrote this class. */\n");
        annotation.ifPresent(a -> head.append(a).append('\n'));
        return head.append("class ").append(className).append(" {\n").toString();
    }
}
