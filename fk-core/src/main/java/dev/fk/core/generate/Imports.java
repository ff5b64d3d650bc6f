package dev.fk.core.generate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a piece of source has to import, by the names in it. */
final class Imports {
    private static final Pattern STRING = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"");
    private static final Pattern COMMENT = Pattern.compile("//.*");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");

    private static final Map<String, String> KNOWN = known();

    private Imports() {}

    private static Map<String, String> known() {
        Map<String, String> known = new TreeMap<>();
        Stream.of("foreignKey", "unique", "primaryKey", "check", "exactly", "foreignKeyOn", "uniqueOn", "thePrimaryKey")
                .forEach(n -> known.put(n, "static dev.fk.core.migration.Constraints." + n));
        Stream.of("tinyInteger smallInteger mediumInteger integer bigInteger decimal floating real doublePrecision"
                        + " bool string binaryString character text blob dateTime date time uuid json jsonb"
                        + " enumOf typed collated counted stringOfAnyLength binary varbinary localDateTime instant")
                .flatMap(n -> Stream.of(n.split(" ", -1)))
                .forEach(n -> known.put(n, "static dev.fk.core.model.Attributes." + n));
        Stream.of("NO_ACTION", "RESTRICT", "CASCADE", "SET_NULL", "SET_DEFAULT")
                .forEach(n -> known.put(n, "static dev.fk.core.schema.ReferentialAction." + n));
        Stream.of("Check Column DataType Deferrability Enforcement Exclusion Expression ForeignKey Generation Index"
                        + " IndexPart MatchType Options PrimaryKey QualifiedName UniqueKey")
                .flatMap(n -> Stream.of(n.split(" ", -1)))
                .forEach(n -> known.put(n, "dev.fk.core.schema." + n));
        known.put("IndexSpec", "dev.fk.core.migration.IndexSpec");
        known.put("Model", "dev.fk.core.model.Model");
        known.put("Models", "dev.fk.core.model.Models");
        known.put("ModelSource", "dev.fk.core.source.ModelSource");
        Stream.of("List", "Optional", "OptionalInt").forEach(n -> known.put(n, "java.util." + n));
        return Map.copyOf(known);
    }

    /** Whether a class of this name would be taken for another one. */
    static boolean isTaken(String name) {
        return KNOWN.containsKey(name);
    }

    /** Those of static members first. */
    static String lines(Set<String> all) {
        StringBuilder statics = new StringBuilder();
        StringBuilder others = new StringBuilder();
        for (String each : new TreeSet<>(all)) {
            (each.startsWith("static ") ? statics : others)
                    .append("import ")
                    .append(each)
                    .append(";\n");
        }
        return statics.isEmpty() ? others.toString() : statics + "\n" + others;
    }

    static Set<String> of(List<String> lines) {
        Set<String> found = new TreeSet<>();
        for (String line : lines) {
            String code = COMMENT.matcher(STRING.matcher(line).replaceAll("")).replaceAll("");
            Matcher name = NAME.matcher(code);
            while (name.find()) {
                Optional.ofNullable(KNOWN.get(name.group())).ifPresent(found::add);
            }
        }
        return found;
    }
}
