package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Width;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Table;
import java.util.Map;
import java.util.Optional;

/** How much of a row or key the values of a column take; nothing is known of what is stored apart. */
record WidthOfColumn(Table table, Settings settings) {
    /** The longest character of each set that has longer ones than a byte: {@code information_schema.character_sets}, MySQL 9.7.4. */
    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("utf8mb4", 4),
            Map.entry("utf8mb3", 3),
            Map.entry("ucs2", 2),
            Map.entry("utf16", 4),
            Map.entry("utf16le", 4),
            Map.entry("utf32", 4),
            Map.entry("gb18030", 4),
            Map.entry("gbk", 2),
            Map.entry("gb2312", 2),
            Map.entry("big5", 2),
            Map.entry("sjis", 2),
            Map.entry("cp932", 2),
            Map.entry("euckr", 2),
            Map.entry("ujis", 3),
            Map.entry("eucjpms", 3));

    Optional<Width> of(Column column) {
        DataType type = column.type();
        if (type instanceof DataType.Varchar varchar && varchar.length().isPresent()) {
            return Optional.of(new Width(varchar.length().getAsInt(), bytes(column)));
        }
        if (type instanceof DataType.Char character) {
            return Optional.of(new Width(character.length(), bytes(column)));
        }
        if (type instanceof DataType.Varbinary binary) {
            return Optional.of(new Width(binary.length(), 1));
        }
        if (type instanceof DataType.Binary binary) {
            return Optional.of(new Width(binary.length(), 1));
        }
        if (type instanceof DataType.Int integer) {
            return Optional.of(new Width(1, integer.size().bytes()));
        }
        return Optional.empty();
    }

    private int bytes(Column column) {
        String collation =
                column.collation().orElseGet(() -> TableOptions.collation(table.name(), table.options(), settings));
        return LONGEST.getOrDefault(Collations.canonicalCharset(Collations.charset(collation)), 1);
    }
}
