package dev.fk.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.Patch;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;

/** A server reduced to what it refuses: after each change every reference has to lead somewhere. */
final class ToyEngine {
    private Schema schema;

    ToyEngine(Schema schema) {
        this.schema = schema;
    }

    Schema schema() {
        return schema;
    }

    void execute(Change change) {
        Schema before = schema;
        schema = Patch.apply(schema, change);
        schema.tables().values().forEach(this::check);
        if (change instanceof Change.AlterColumn alter
                && !alter.from().type().equals(alter.to().type())) {
            before.tables().values().stream()
                    .flatMap(t -> t.foreignKeys().stream().filter(k -> touches(t, k, alter)))
                    .findAny()
                    .ifPresent(
                            k -> assertThat(k).as("under " + change.describe()).isNull());
        }
    }

    private static boolean touches(Table table, ForeignKey key, Change.AlterColumn alter) {
        String column = alter.from().name();
        return (table.name().equals(alter.table()) && key.columns().contains(column))
                || (key.referencedTable().equals(alter.table())
                        && key.referencedColumns().contains(column));
    }

    private void check(Table table) {
        List<String> names = table.constraints()
                .map(Constraint::name)
                .map(n -> n.orElseThrow())
                .toList();
        assertThat(names).as("names in " + table.name()).doesNotHaveDuplicates();
        for (Column column : table.columns()) {
            if (column.type() instanceof DataType.Named named) {
                assertThat(schema.enums()).as("type of " + column.name()).containsKey(named.name());
            }
        }
        table.primaryKey().ifPresent(k -> assertThat(table.columnNames()).containsAll(k.columns()));
        table.uniqueKeys().forEach(k -> assertThat(table.columnNames()).containsAll(k.columns()));
        table.indexes().forEach(k -> assertThat(table.columnNames()).containsAll(k.leadingColumns()));
        table.foreignKeys().forEach(k -> check(table, k));
    }

    private void check(Table table, ForeignKey key) {
        assertThat(schema.tables()).as("parent of " + key).containsKey(key.referencedTable());
        Table parent = schema.table(key.referencedTable()).orElseThrow();
        assertThat(parent.isUnique(key.referencedColumns()))
                .as("unique: " + key)
                .isTrue();
        for (int i = 0; i < key.columns().size(); i++) {
            DataType child = table.column(key.columns().get(i)).orElseThrow().type();
            assertThat(child)
                    .as("type in " + key)
                    .isEqualTo(parent.column(key.referencedColumns().get(i))
                            .orElseThrow()
                            .type());
        }
    }
}
