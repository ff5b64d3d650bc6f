package dev.fk.core.generate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Models as Java source.
 *
 * @param packageName empty for the unnamed package
 * @param server where they are from
 * @param statements each of lines without indentation
 */
record ModelsClass(String packageName, String className, String server, List<List<String>> statements) {
    private static final String INDENT = "            ";

    String source() {
        List<String> lines = statements.stream().flatMap(List::stream).toList();
        Set<String> imports = new TreeSet<>(Imports.of(lines));
        imports.add("dev.fk.core.model.Models");
        imports.add("dev.fk.core.source.ModelSource");
        return (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n")
                + Imports.lines(imports)
                + "\n/** The tables of " + server + " as they were when fk wrote this class. */\npublic final class "
                + className
                + " implements ModelSource {\n    @Override\n    public Models models() {\n        return Models.define(models -> {\n"
                + lines.stream().map(l -> INDENT + l + "\n").collect(Collectors.joining())
                + "        });\n    }\n}\n";
    }
}
