package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Gap;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Since foreign keys are looked after by the SQL layer (9.6), MySQL finds the row that is referenced by the first index that
 * begins with the columns of the foreign key, and takes a NULL anywhere in that index for one in the foreign key: the row is not
 * checked. Measured on 9.7.4: {@code INSERT}, {@code UPDATE} and {@code ADD FOREIGN KEY}; with {@code
 * innodb_native_foreign_keys=ON}, and on 8.0, all rows are checked. Of indexes, those without a meaning for uniqueness keep
 * the order in which they were made, which no catalog tells: here it is assumed only where it does not matter.
 */
record UncheckedRows(Table table, ForeignKey key, Settings settings) {
    private static final int PRIMARY = 0;
    private static final int UNIQUE = 1;
    private static final int UNIQUE_BUT_NULLS = 2;
    private static final int OTHER = 3;

    /** @param behind the parts behind the columns of the foreign key that may be NULL */
    private record Serving(String name, int rank, List<IndexPart> behind) {}

    Optional<Gap> gap() {
        List<Serving> serving = serving();
        int first = serving.stream().mapToInt(Serving::rank).min().orElse(OTHER);
        List<Serving> possible = serving.stream().filter(s -> s.rank() == first).toList();
        return possible.isEmpty() || possible.stream().anyMatch(s -> s.behind().isEmpty())
                ? Optional.empty()
                : Optional.of(gap(possible.get(0)));
    }

    private Gap gap(Serving index) {
        String nulls = index.behind().stream().map(IndexPart::text).collect(Collectors.joining(" or "));
        String columns = String.join(", ", key.columns());
        String instead = index.rank() == OTHER
                ? "make " + index.name() + " anew behind an index of " + columns + " alone"
                : "let " + index.name() + " begin with " + index.behind().get(0).text();
        return new Gap(
                index.behind().stream()
                        .filter(IndexPart::isWholeColumn)
                        .map(IndexPart::text)
                        .toList(),
                settings.info() + " takes any " + columns + " where " + nulls
                        + " is NULL: it looks for the referenced row by index " + index.name()
                        + ", and a NULL in that is one too many (innodb_native_foreign_keys is OFF)",
                "Make " + nulls + " NOT NULL, or " + instead
                        + ", or start the server with innodb_native_foreign_keys=ON.");
    }

    private List<Serving> serving() {
        Stream<Serving> primary = table.primaryKey().stream()
                .filter(k -> begins(k.columns()))
                .map(k -> new Serving("PRIMARY", PRIMARY, List.of()));
        Stream<Serving> unique = table.uniqueKeys().stream()
                .filter(k -> begins(k.columns()))
                .map(k ->
                        of(k.name(), k.columns().stream().map(IndexPart::column).toList(), true));
        Stream<Serving> indexes = table.indexes().stream()
                .filter(i -> begins(i.leadingColumns()))
                .map((Index i) -> of(i.name(), i.parts(), i.unique()));
        return Stream.of(primary, unique, indexes)
                .flatMap(s -> s)
                .sorted(Comparator.comparing(Serving::name))
                .toList();
    }

    private boolean begins(List<String> columns) {
        int size = key.columns().size();
        return columns.size() >= size && columns.subList(0, size).equals(key.columns());
    }

    private Serving of(Optional<String> name, List<IndexPart> parts, boolean unique) {
        List<IndexPart> behind = parts.stream()
                .skip(key.columns().size())
                .filter(this::mayBeNull)
                .toList();
        boolean nulls = parts.stream().anyMatch(this::mayBeNull);
        return new Serving(name.orElse(""), !unique ? OTHER : nulls ? UNIQUE_BUT_NULLS : UNIQUE, behind);
    }

    private boolean mayBeNull(IndexPart part) {
        return table.column(part.text()).map(Column::nullable).orElse(true);
    }
}
