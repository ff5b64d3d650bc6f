package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The rows of {@code information_schema.statistics} about one index. */
final class IndexRows {
    private IndexRows() {}

    static Index index(String name, List<Row> rows, Settings settings, Options shown) {
        Row first = rows.get(0);
        boolean spatial = first.is(Label.METHOD, "SPATIAL");
        Options options = first.is(Label.HIDDEN, "YES") ? shown.with(IndexSql.INVISIBLE, CanonicalColumn.YES) : shown;
        if (!first.text(Label.COMMENT).isEmpty()) {
            options = options.with(IndexSql.COMMENT, first.text(Label.COMMENT));
        }
        return new Index(
                Optional.of(name),
                rows.stream().map(r -> part(r, spatial, settings)).toList(),
                first.is(Label.NON_UNIQUE, "0"),
                first.get(Label.METHOD),
                Optional.empty(),
                options);
    }

    /** A spatial index reports the 32 bytes of a bounding box as a prefix. */
    private static IndexPart part(Row row, boolean spatial, Settings settings) {
        Optional<String> expression = row.get(Label.EXPRESSION);
        OptionalInt prefix = spatial || row.get(Label.PREFIX).isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(row.text(Label.PREFIX)));
        String text = expression.map(settings::fromCatalog).orElse(row.text(Label.C));
        return new IndexPart(text, expression.isPresent(), row.is(Label.DIRECTION, "D"), prefix, Options.none());
    }

    /** Prefixes and directions are rare in a primary key; they are kept as SQL. */
    static PrimaryKey primaryKey(Index index) {
        List<String> columns = index.parts().stream().map(IndexPart::text).toList();
        boolean plain = index.parts().stream().allMatch(p -> p.isWholeColumn() && !p.descending());
        Options options = plain ? index.options() : index.options().with(IndexSql.PARTS, IndexSql.parts(index.parts()));
        return new PrimaryKey(
                Optional.empty(),
                columns,
                Deferrability.NOT_DEFERRABLE,
                index.method().map(m -> options.with(IndexSql.USING, m)).orElse(options));
    }
}
