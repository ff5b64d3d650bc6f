package dev.fk.core.explain.key;

import dev.fk.core.dialect.Cause;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** MySQL and MariaDB: SPATIAL and FULLTEXT indexes over columns that are no geometries and texts. */
record SpecialIndexes(Situation situation) {
    private static final Set<Integer> SPATIAL = Set.of(1210, 1252, 1687);
    private static final int FULLTEXT = 1283;

    private static final Set<String> GEOMETRIES = Set.of(
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection",
            "geomcollection");

    List<Explanation> find() {
        int code = situation.error().code();
        return code == FULLTEXT || SPATIAL.contains(code)
                ? new Subject(situation).table().stream().flatMap(this::special).toList()
                : List.of();
    }

    private Stream<Explanation> special(Table table) {
        boolean texts = situation.error().code() == FULLTEXT;
        return situation
                .statement()
                .clauses(Clause.SpecialIndex.class)
                .filter(i -> i.spatial() != texts)
                .flatMap(i -> situation.columns(table, i.columns()).stream())
                .flatMap(n -> table.column(n).stream())
                .flatMap(c -> (texts ? noText(table, c) : noGeometry(table, c)).stream());
    }

    private static Optional<Explanation> noText(Table table, Column column) {
        return column.type().isText()
                ? Optional.empty()
                : Optional.of(unfit(table, column, "a FULLTEXT index is over texts", "Leave it out of the index."));
    }

    private Optional<Explanation> noGeometry(Table table, Column column) {
        boolean geometry = GEOMETRIES.contains(
                column.type().describe().toLowerCase(Locale.ROOT).replaceFirst("\\W.*", ""));
        if (!geometry) {
            return Optional.of(unfit(
                    table,
                    column,
                    "a SPATIAL index is over one geometry",
                    "Make it a geometry, or the index a plain one."));
        }
        return column.nullable()
                ? Optional.of(Explanation.of(
                        Cause.TABLE_NOT_POSSIBLE,
                        table.name() + "." + column.name()
                                + " is nullable, and a SPATIAL index is over a geometry that is" + " NOT NULL",
                        "Make it NOT NULL; rows without a value want one first.",
                        notNull(table, column)))
                : Optional.empty();
    }

    /** Behind its type where the statement defines it; a column that is there has no NULL, or people say what it gets. */
    private Fix notNull(Table table, Column column) {
        Optional<Clause.Span> defined = situation
                .statement()
                .clauses(Clause.ColumnDefinition.class)
                .filter(d -> situation.column(table, d.name()).equals(column.name()))
                .flatMap(d -> d.type().stream())
                .findFirst();
        if (defined.isPresent()) {
            return Fix.instead(situation
                    .statement()
                    .with(
                            defined.get(),
                            situation.statement().text(defined.get()).strip() + " NOT NULL"));
        }
        String isNull = situation.diagnosis().quote(column.name()) + " IS NULL";
        return new RowSql(situation).number(table, isNull) > 0
                ? Fix.none()
                : Fix.before(situation.ddl(new Change.AlterColumn(table.name(), column, column.notNull())));
    }

    private static Explanation unfit(Table table, Column column, String why, String remedy) {
        return Explanation.of(
                Cause.TABLE_NOT_POSSIBLE,
                table.name() + "." + column.name() + " is " + column.type().describe() + ", and " + why,
                remedy,
                Fix.none());
    }
}
