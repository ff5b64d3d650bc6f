package dev.fk.assertj.error;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Nearest;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A name with places for what a constraint consists of. */
@API(status = Status.INTERNAL)
public record TemplateName(String template, QualifiedName table) {
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");
    private static final List<String> PLACES = List.of("table", "columns", "referenced", "kind");

    /** Refuses a template with a place that does not exist. */
    public static void check(String template) {
        PLACE.matcher(template)
                .results()
                .map(place -> place.group(1))
                .filter(place -> !PLACES.contains(place))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("A name has no place {" + unknown + "}"
                            + Nearest.endOfSentence(unknown, PLACES) + " There are {table}, {columns}, {referenced} and"
                            + " {kind}.");
                });
    }

    public String of(Constraint constraint) {
        Filled filled = constraint.accept(Parts.INSTANCE);
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(value(place, filled)));
    }

    private String value(MatchResult place, Filled filled) {
        String value =
                switch (place.group(1)) {
                    case "table" -> table.name();
                    case "columns" -> String.join("_", filled.columns());
                    case "referenced" -> filled.referenced();
                    default -> filled.kind();
                };
        if (value.isEmpty()) {
            throw new IllegalArgumentException("The convention " + template + " asks for " + place.group()
                    + ", but there is no such thing in " + filled.what() + ".");
        }
        return value;
    }

    private record Filled(String kind, String what, List<String> columns, String referenced) {}

    private enum Parts implements Constraint.Visitor<Filled> {
        INSTANCE;

        @Override
        public Filled primaryKey(PrimaryKey key) {
            return new Filled("pk", "a primary key", key.columns(), "");
        }

        @Override
        public Filled uniqueKey(UniqueKey key) {
            return new Filled("uk", "a unique key", key.columns(), "");
        }

        @Override
        public Filled foreignKey(ForeignKey key) {
            return new Filled(
                    "fk", "a foreign key", key.columns(), key.referencedTable().name());
        }

        @Override
        public Filled check(Check check) {
            return new Filled("ck", "a check", List.of(), "");
        }

        @Override
        public Filled exclusion(Exclusion exclusion) {
            return new Filled("ex", "an exclusion constraint", List.of(), "");
        }

        @Override
        public Filled index(Index index) {
            List<String> columns = index.parts().stream().map(IndexPart::text).toList();
            return new Filled("ix", "an index", columns, "");
        }
    }
}
