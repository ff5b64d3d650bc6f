package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Options;
import java.util.stream.Collectors;

/** What is unusual about a sequence. */
final class CatalogSequences {
    private CatalogSequences() {}

    /** The options that differ from what the server takes by itself (manual, CREATE SEQUENCE). */
    static Options options(CatalogRows.SequenceRow row) {
        boolean ascending = row.increment() > 0;
        long least = ascending ? 1 : least(row.type());
        long most = ascending ? most(row.type()) : -1;
        Options options = Options.none();
        options = with(options, Keys.INCREMENT, row.increment(), 1);
        options = with(options, Keys.MINVALUE, row.min(), least);
        options = with(options, Keys.MAXVALUE, row.max(), most);
        options = with(options, Keys.START, row.start(), ascending ? row.min() : row.max());
        options = with(options, Keys.CACHE, row.cache(), 1);
        return row.cycle() ? options.with(Keys.CYCLE, "") : options;
    }

    private static Options with(Options options, String key, long value, long usual) {
        return value == usual ? options : options.with(key, String.valueOf(value));
    }

    /** As clauses of ALTER SEQUENCE, with the type if it is not the column's. */
    static String differences(CatalogRows.SequenceRow row, DataType column) {
        Options options = options(row);
        String clauses = options.values().keySet().stream()
                .map(key -> SequenceSql.option(key, options))
                .collect(Collectors.joining(" "));
        boolean sameType = row.type().equals(TypeName.of(column));
        return (sameType || !(column instanceof DataType.Int) ? "" : "AS " + row.type() + " ")
                .concat(clauses)
                .strip();
    }

    private static long most(String type) {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    private static long least(String type) {
        return -most(type) - 1;
    }
}
