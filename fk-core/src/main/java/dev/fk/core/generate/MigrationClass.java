package dev.fk.core.generate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A migration as Java source.
 *
 * @param packageName where it is, empty for the unnamed package
 * @param className what the class is called
 * @param id what the migration is called
 * @param body the statements of {@code up}, a line each, without indentation
 * @param imports what the body needs, {@code static} included
 */
@API(status = Status.EXPERIMENTAL)
public record MigrationClass(String packageName, String className, String id, List<String> body, Set<String> imports) {
    private static final String INDENT = "        ";

    public MigrationClass {
        body = List.copyOf(body);
        imports = Set.copyOf(imports);
    }

    /** One that does nothing yet and says how it is done. */
    public static MigrationClass skeleton(String packageName, String className, String id) {
        return new MigrationClass(
                packageName,
                className,
                id,
                List.of(
                        "// q.addColumn(\"users\", \"area_id\", Attributes.integer().references(\"areas\", \"id\"));",
                        "// fk knows the opposite of its calls; of SQL and of rows it does not: then write down(QueryInterface)."),
                Set.of());
    }

    /** The whole compilation unit. */
    public String source() {
        StringBuilder text = new StringBuilder();
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        text.append(importLines())
                .append("\npublic final class ")
                .append(className)
                .append(" implements Migration {\n    @Override\n    public String id() {\n        return ")
                .append(JavaText.literal(id))
                .append(";\n    }\n\n    @Override\n    public void up(QueryInterface q) {\n");
        body.forEach(line -> text.append(line.isEmpty() ? "" : INDENT + line).append('\n'));
        return text.append("    }\n}\n").toString();
    }

    private String importLines() {
        Set<String> all = new TreeSet<>(imports);
        all.add("dev.fk.core.migration.Migration");
        all.add("dev.fk.core.migration.QueryInterface");
        return Imports.lines(all);
    }
}
