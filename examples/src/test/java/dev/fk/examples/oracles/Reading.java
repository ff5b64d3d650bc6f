package dev.fk.examples.oracles;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Locale;

/** What our own reading of a catalog says, in the words of the two oracles. */
record Reading(Schema schema, Engine engine) {
    /** As {@link InformationSchema} says it. */
    Facts asInformationSchema() {
        Facts facts = new Facts();
        for (Table table : schema.tables().values()) {
            String name = table.name().toString();
            facts.add("table " + name);
            each(table.columns(), (column, position) -> facts.add(exactly(name, column, position)));
            table.primaryKey().ifPresent(k -> facts.add(primaryKey(name, k)));
            table.uniqueKeys()
                    .forEach(k -> facts.add("unique key " + name + "." + name(k) + " " + Facts.list(k.columns()) + " "
                            + k.deferrability()));
            uniqueIndexes(table, facts);
            table.checks().forEach(c -> facts.add("check " + name + "." + name(c)));
            table.foreignKeys()
                    .forEach(k -> facts.add(foreignKey(name, k) + " MATCH " + match(k) + " " + k.deferrability()));
        }
        return facts;
    }

    /** To the MySQL family every unique index is a unique constraint; we say index where a part is no whole column. */
    private void uniqueIndexes(Table table, Facts facts) {
        if (!engine.isPostgres()) {
            table.indexes().stream()
                    .filter(Index::unique)
                    .forEach(i -> facts.add("unique key " + table.name() + "." + name(i) + " "
                            + Facts.list(i.parts().stream().map(IndexPart::text).toList()) + " NOT_DEFERRABLE"));
        }
    }

    /** As {@link DriverMetaData} says it. */
    Facts asMetaData() {
        Facts facts = new Facts();
        for (Table table : schema.tables().values()) {
            String name = table.name().toString();
            facts.add("table " + name);
            each(table.columns(), (column, position) -> facts.add(byFamily(name, column, position)));
            table.primaryKey().ifPresent(k -> {
                facts.add(primaryKey(name, k));
                facts.add(index(name, keyName(k), true, k.columns()));
            });
            table.uniqueKeys().forEach(k -> facts.add(index(name, name(k), true, k.columns())));
            table.indexes()
                    .forEach(i -> facts.add(index(
                            name,
                            name(i),
                            i.unique(),
                            i.parts().stream()
                                    .map(p -> p.text() + (p.descending() ? " DESC" : ""))
                                    .toList())));
            table.foreignKeys().forEach(k -> facts.add(foreignKey(name, k) + " " + k.deferrability()));
        }
        return facts;
    }

    private String exactly(String table, Column column, int position) {
        return "column " + table + "." + column.name() + " #" + position + " "
                + column.type().accept(new ExactType(engine)) + nullability(column) + counted(isCounted(column))
                + value(column)
                + (column.options().has("on update") ? " ON UPDATE" : "");
    }

    private String byFamily(String table, Column column, int position) {
        return "column " + table + "." + column.name() + " #" + position + " "
                + TypeFamily.of(column.type().accept(new ExactType(engine))) + nullability(column)
                + counted(isCounted(column) || takesNextValue(column));
    }

    private static String nullability(Column column) {
        return column.nullable() ? "" : " NOT NULL";
    }

    static String counted(boolean counted) {
        return counted ? " AUTO" : "";
    }

    private static boolean isCounted(Column column) {
        return column.generation() instanceof Generation.AutoIncrement
                || column.generation() instanceof Generation.Identity;
    }

    /** PostgreSQL's driver calls a column auto-increment as soon as its default asks a sequence, whosever that is. */
    private static boolean takesNextValue(Column column) {
        return column.generation() instanceof Generation.Default value
                && value.expression().sql().startsWith("nextval(");
    }

    private static String value(Column column) {
        return column.generation() instanceof Generation.Default value
                ? value(value.expression().sql())
                : "";
    }

    /** A default without what servers add to it: casts, quotes, parentheses, case. */
    static String value(String sql) {
        return " DEFAULT "
                + sql.replaceAll("::[a-z ]+(\\(\\d+\\))?", "")
                        .replaceAll("[()']", "")
                        .toLowerCase(Locale.ROOT);
    }

    private String primaryKey(String table, PrimaryKey key) {
        return "primary key " + table + "." + keyName(key) + " " + Facts.list(key.columns());
    }

    /** The MySQL family has one name for all primary keys, so that we say none. */
    private String keyName(PrimaryKey key) {
        return engine.isPostgres() ? name(key) : key.name().orElse("PRIMARY");
    }

    private static String foreignKey(String table, ForeignKey key) {
        return foreignKey(
                table,
                name(key),
                key.columns(),
                key.referencedTable().toString(),
                key.referencedColumns(),
                key.onDelete().name(),
                key.onUpdate().name());
    }

    static String foreignKey(
            String table,
            String name,
            List<String> columns,
            String parent,
            List<String> referenced,
            String onDelete,
            String onUpdate) {
        return "foreign key " + table + "." + name + " " + Facts.list(columns) + " -> " + parent + " "
                + Facts.list(referenced) + " ON DELETE " + onDelete + " ON UPDATE " + onUpdate;
    }

    static String index(String table, String name, boolean unique, List<String> parts) {
        return "index " + table + "." + name + " " + Facts.list(parts) + (unique ? " UNIQUE" : "");
    }

    /** The standard's view says NONE for MATCH SIMPLE. */
    private static String match(ForeignKey key) {
        return key.match() == MatchType.SIMPLE ? "NONE" : key.match().name();
    }

    private static String name(Constraint constraint) {
        return constraint.name().orElse("without a name");
    }

    private interface At<T> {
        void accept(T value, int position);
    }

    private static <T> void each(List<T> values, At<T> action) {
        for (int i = 0; i < values.size(); i++) {
            action.accept(values.get(i), i + 1);
        }
    }
}
