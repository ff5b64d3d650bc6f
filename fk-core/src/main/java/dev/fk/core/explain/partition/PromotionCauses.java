package dev.fk.core.explain.partition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.row.RowCauses;
import dev.fk.core.explain.situation.Described;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why no key becomes of an index: there is none of the name, or it is one that no key has ({@code USING INDEX}). */
record PromotionCauses(Situation situation) {
    List<Explanation> find() {
        return situation.statement().table().flatMap(situation::table).stream()
                .flatMap(t ->
                        situation.statement().clauses(Clause.Promotion.class).flatMap(p -> about(t, p).stream()))
                .toList();
    }

    private Optional<Explanation> about(Table table, Clause.Promotion clause) {
        Optional<Index> index =
                table.indexes().stream().filter(i -> isNamed(i, clause.index())).findFirst();
        return index.isPresent()
                ? unfit(table, index.get(), clause).or(() -> nulls(table, index.get(), clause))
                : Optional.of(other(clause.index()).orElseGet(() -> missing(table, clause.index())));
    }

    private static boolean isNamed(Constraint constraint, Token word) {
        return constraint.name().filter(word.text()::equals).isPresent();
    }

    /** That of a key, or of another table. */
    private Optional<Explanation> other(Token word) {
        return situation.schema().tables().values().stream()
                .flatMap(t -> t.constraints()
                        .filter(c -> !(c instanceof ForeignKey || c instanceof Check) && isNamed(c, word))
                        .map(c -> Explanation.of(
                                Cause.TABLE_NOT_POSSIBLE,
                                word.text() + " is " + Described.of(c) + " of " + t.name()
                                        + (c instanceof Index ? ", another table" : ", and has been a key before"),
                                "Name the columns instead: the server makes an index for them.",
                                Fix.none())))
                .findFirst();
    }

    private Explanation missing(Table table, Token word) {
        List<String> names = table.indexes().stream()
                .flatMap(i -> i.name().stream())
                .sorted()
                .toList();
        return situation.replaced(
                Cause.CONSTRAINT_MISSING,
                table.name() + " has no index " + word.text(),
                word,
                Meant.near(word, names),
                "indexes of " + table.name() + ": " + (names.isEmpty() ? "none" : String.join(", ", names)));
    }

    private Optional<Explanation> unfit(Table table, Index index, Clause.Promotion clause) {
        return why(index).map(why -> {
            boolean whole = index.leadingColumns().size() == index.parts().size();
            Optional<Explanation> duplicates =
                    whole ? new RowCauses(situation).notUnique(table, index.leadingColumns()) : Optional.empty();
            boolean nullable = clause.primary() && whole && hasNull(table, index);
            return Explanation.of(
                            Cause.TABLE_NOT_POSSIBLE,
                            index.name().orElse("") + " is " + Described.of(index) + " and " + why,
                            duplicates.isPresent()
                                    ? "Change or delete rows until the others are unique, then name the columns instead."
                                    : whole
                                            ? "Name the columns instead: the server makes an index for them."
                                            : "Make a unique index over columns alone, if a key over them is meant.",
                            whole && duplicates.isEmpty() && !nullable
                                    ? Fix.instead(situation
                                            .statement()
                                            .with(clause.said(), "(" + situation.quoted(index.leadingColumns()) + ")"))
                                    : Fix.none())
                    .seen(duplicates.map(Explanation::evidence).orElse(List.of()));
        });
    }

    /** As PostgreSQL 18 goes through them. */
    private static Optional<String> why(Index index) {
        return Stream.of(
                        said(!index.isValid(), "was not finished"),
                        said(!index.unique(), "is not unique"),
                        said(
                                index.parts().stream().anyMatch(IndexPart::isExpression),
                                "is over an expression, and keys are over columns"),
                        index.where().map(w -> "is over the rows with " + w.sql() + " only, and keys are over all"),
                        said(
                                index.parts().stream()
                                        .anyMatch(p -> p.descending()
                                                || !p.options().values().isEmpty()),
                                "has its values in another order than keys have"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> said(boolean is, String what) {
        return Optional.of(what).filter(w -> is);
    }

    private boolean hasNull(Table table, Index index) {
        return new RowSql(situation).number(table, isNull(index)) > 0;
    }

    private String isNull(Index index) {
        return String.join(
                " OR ",
                index.leadingColumns().stream()
                        .map(c -> situation.diagnosis().quote(c) + " IS NULL")
                        .toList());
    }

    private Optional<Explanation> nulls(Table table, Index index, Clause.Promotion clause) {
        List<String> nullable = index.leadingColumns().stream()
                .filter(c -> table.column(c).filter(Column::nullable).isPresent())
                .toList();
        return !clause.primary() || nullable.isEmpty() || !hasNull(table, index)
                ? Optional.empty()
                : Optional.of(Explanation.of(
                                Cause.NULLS,
                                "Rows of " + table.name() + " have NULL in " + String.join(", ", nullable)
                                        + ", and no primary key has NULL in it",
                                "Give them values first, or make the index a unique key instead.",
                                Fix.none())
                        .seen(new RowSql(situation).seen(table, nullable, isNull(index), "with NULL in it")));
    }
}
