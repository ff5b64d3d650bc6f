package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Columns out of catalog rows. */
final class CatalogColumns {
    private record Key(long table, int column) {}

    private final CatalogNames names;
    private final CatalogTypes types;
    private final Map<Key, List<CatalogRows.SequenceRow>> sequences = new HashMap<>();
    private final Map<Key, String> values = new HashMap<>();
    private final Map<Key, String> comments = new HashMap<>();
    private final Map<Key, String> unusualNotNull = new HashMap<>();

    CatalogColumns(CatalogRows rows, CatalogNames names) {
        this.names = names;
        this.types = new CatalogTypes(rows, names);
        rows.sequences().forEach(s -> sequences
                .computeIfAbsent(new Key(s.table(), s.column()), k -> new ArrayList<>())
                .add(s));
        rows.values().forEach(v -> values.put(new Key(v.table(), v.column()), v.sql()));
        rows.comments().forEach(c -> comments.put(new Key(c.table(), c.column()), c.text()));
        rows.constraints().stream().filter(k -> k.kind().equals("n")).forEach(k -> {
            int column = CatalogNames.numbers(k.columns()).get(0).intValue();
            unusualNotNull.put(new Key(k.table(), column), k.validated() ? "NO INHERIT" : "NOT VALID");
        });
    }

    Optional<String> comment(long table) {
        return Optional.ofNullable(comments.get(new Key(table, 0)));
    }

    Column column(CatalogRows.ColumnRow row) {
        DataType type = types.type(row);
        CatalogRows.TypeRow typeRow = types.row(row);
        Key key = new Key(row.table(), row.number());
        List<CatalogRows.SequenceRow> owned = sequences.getOrDefault(key, List.of());
        CatalogRows.SequenceRow sequence = counting(owned, row, values.get(key));
        Generation generation = generation(row, values.get(key), type, sequence);
        Optional<String> collation = row.collation() == typeRow.collation()
                ? Optional.empty()
                : Optional.ofNullable(names.collation(row.collation()));
        return new Column(
                row.name(),
                type,
                !row.notNull(),
                generation,
                collation,
                Optional.ofNullable(comments.get(key)),
                options(row, typeRow, generation, sequence, idle(owned, row, values.get(key))));
    }

    /** The sequence from which the column has its values: others that belong to it may be left from before. */
    private static CatalogRows.@Nullable SequenceRow counting(
            List<CatalogRows.SequenceRow> owned, CatalogRows.ColumnRow row, @Nullable String value) {
        return owned.stream()
                .filter(s -> row.identity().isEmpty()
                        ? value != null && row.generated().isEmpty() && isNextValueOf(s, value)
                        : s.ofIdentity())
                .findFirst()
                .orElse(null);
    }

    private Optional<String> idle(
            List<CatalogRows.SequenceRow> owned, CatalogRows.ColumnRow row, @Nullable String value) {
        boolean used = value != null && value.contains("nextval(");
        Optional<String> schema = names.table(row.table()).schema();
        return owned.stream()
                .filter(s -> !used && !s.ofIdentity())
                .map(s -> names.name(s.schema(), s.name()))
                .filter(name -> name.schema().equals(schema))
                .map(QualifiedName::name)
                .min(Comparator.naturalOrder());
    }

    private Options options(
            CatalogRows.ColumnRow row,
            CatalogRows.TypeRow type,
            Generation generation,
            CatalogRows.@Nullable SequenceRow sequence,
            Optional<String> idle) {
        Options options = idle.map(name -> Options.of(Keys.IDLE_SEQUENCE, name)).orElse(Options.none());
        if (!row.local()) {
            options = options.with(Keys.INHERITED, "");
        }
        if (!row.storage().equals(type.storage())) {
            options = options.with(Keys.STORAGE, storage(row.storage()));
        }
        if (!row.compression().isEmpty() && row.compression().charAt(0) != 0) {
            options = options.with(Keys.COMPRESSION, row.compression().equals("l") ? "lz4" : "pglz");
        }
        String how = unusualNotNull.get(new Key(row.table(), row.number()));
        if (how != null) {
            options = options.with(Keys.NOT_NULL, how);
        }
        if (sequence != null && generation instanceof Generation.AutoIncrement) {
            String differences = CatalogSequences.differences(sequence, types.type(row));
            options = differences.isEmpty() ? options : options.with(Keys.SEQUENCE, differences);
        }
        return options;
    }

    private static String storage(String letter) {
        return switch (letter) {
            case "p" -> "PLAIN";
            case "e" -> "EXTERNAL";
            case "m" -> "MAIN";
            default -> "EXTENDED";
        };
    }

    private static Generation generation(
            CatalogRows.ColumnRow row,
            @Nullable String value,
            DataType type,
            CatalogRows.@Nullable SequenceRow sequence) {
        if (!row.identity().isEmpty()) {
            Options options = sequence == null ? Options.none() : CatalogSequences.options(sequence);
            return new Generation.Identity(
                    row.identity().equals("a") ? Generation.Identity.Mode.ALWAYS : Generation.Identity.Mode.BY_DEFAULT,
                    options);
        }
        if (value == null) {
            return Generation.none();
        }
        if (!row.generated().isEmpty()) {
            return new Generation.Computed(
                    new Expression(SqlText.expression(value)),
                    row.generated().equals("s")
                            ? Generation.Computed.Storage.STORED
                            : Generation.Computed.Storage.VIRTUAL);
        }
        if (sequence != null && row.notNull()) {
            return Generation.autoIncrement();
        }
        return CanonicalDefault.of(new Generation.Default(new Expression(value)), type);
    }

    /** {@code nextval('chat_no_seq'::regclass)}, whatever is quoted in it. */
    private static boolean isNextValueOf(CatalogRows.SequenceRow sequence, String value) {
        String start = "nextval('";
        String end = "'::regclass)";
        if (!value.startsWith(start) || !value.endsWith(end)) {
            return false;
        }
        String inner =
                value.substring(start.length(), value.length() - end.length()).replace("''", "'");
        List<String> parts = Identifiers.unquote(inner);
        return parts.equals(List.of(sequence.name())) || parts.equals(List.of(sequence.schema(), sequence.name()));
    }
}
