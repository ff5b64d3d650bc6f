package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One row of {@code information_schema.columns}. */
final class ColumnRow {
    private static final Pattern ON_UPDATE = Pattern.compile("on update (\\w+(?:\\(\\d*\\))?)");

    /** {@code /*M!100301 COMPRESSED*}{@code /}, which only MariaDB does not take for a comment, and only in capitals. */
    private static final Pattern COMPRESSED = Pattern.compile("/\\*M!\\d+ (\\w+)\\*/");

    private ColumnRow() {}

    static Column column(Row row, Settings settings, ColumnTypes types) {
        DataType type = types.of(COMPRESSED.matcher(row.text(Label.TYPE)).replaceAll("$1"));
        String extra = row.text(Label.EXTRA).toLowerCase(Locale.ROOT);
        return new Column(
                row.text(Label.C),
                type,
                row.is(Label.NULLABLE, "YES"),
                generation(row, type, extra, settings),
                row.get(Label.COLLATION),
                row.get(Label.COMMENT).filter(c -> !c.isEmpty()),
                options(row, extra));
    }

    private static Generation generation(Row row, DataType type, String extra, Settings settings) {
        if (extra.contains("auto_increment")) {
            return Generation.autoIncrement();
        }
        Optional<String> computed = row.get(Label.COMPUTED).filter(c -> !c.isEmpty());
        if (computed.isPresent()) {
            Expression expression = new Expression(settings.fromCatalog(computed.get()));
            boolean stored = extra.contains("stored") || extra.contains("persistent");
            return new Generation.Computed(
                    expression, stored ? Generation.Computed.Storage.STORED : Generation.Computed.Storage.VIRTUAL);
        }
        Optional<String> value = row.get(Label.DFLT);
        if (value.isEmpty()) {
            return Generation.none();
        }
        boolean expression = settings.isMariaDb() || extra.contains("default_generated");
        return expression
                ? Defaults.canonical(type, settings.fromCatalog(value.get()))
                : Defaults.reported(type, value.get());
    }

    private static Options options(Row row, String extra) {
        Options options = extra.isEmpty() ? Options.none() : options(extra);
        return row.get(Label.SRID).isPresent() ? options.with(CanonicalColumn.SRID, row.text(Label.SRID)) : options;
    }

    private static Options options(String extra) {
        Options options = Options.none();
        Matcher onUpdate = ON_UPDATE.matcher(extra);
        if (onUpdate.find()) {
            options = options.with(CanonicalColumn.ON_UPDATE, onUpdate.group(1));
        }
        if (extra.contains(CanonicalColumn.UNVERSIONED)) {
            options = options.with(CanonicalColumn.UNVERSIONED, CanonicalColumn.YES);
        }
        return extra.contains("invisible") ? options.with(CanonicalColumn.INVISIBLE, CanonicalColumn.YES) : options;
    }
}
