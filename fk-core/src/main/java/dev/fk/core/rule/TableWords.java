package dev.fk.core.rule;

import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What can be said of tables. */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface TableWords<R> {
    /** In words of one's own. */
    R satisfy(Trait<Table> trait);

    /** The whole name matches a regular expression. */
    default R haveNameMatching(String regex) {
        return satisfy(Trait.<Table>of(
                "have names matching " + regex, m -> m.value().name().name().matches(regex)));
    }

    /** Belong to this schema, not the default one. */
    default R belongToSchema(String schema) {
        return satisfy(Trait.<Table>of(
                "belong to schema " + schema, m -> m.value().name().schema().equals(Optional.of(schema))));
    }

    /** Have a primary key. */
    default R haveAPrimaryKey() {
        return satisfy(Trait.<Table>of(
                        "have a primary key", m -> m.value().primaryKey().isPresent())
                .instead(m -> "it has none"));
    }

    /** Have a column of this name. */
    default R haveColumn(String column) {
        return satisfy(Trait.<Table>of("have a column " + column, m -> m.value().columnNames().stream()
                        .anyMatch(c -> m.target().areCalled(List.of(c), List.of(column))))
                .instead(m -> "has " + String.join(", ", m.value().columnNames())));
    }

    /** Have a comment. */
    default R haveAComment() {
        return satisfy(
                Trait.<Table>of("have a comment", m -> m.value().comment().isPresent())
                        .instead(m -> "it has none"));
    }

    /** Have a foreign key to this table. */
    default R reference(String table) {
        return satisfy(Trait.<Table>of("reference " + table, m -> m.value().foreignKeys().stream()
                .anyMatch(k -> m.target().isCalled(k.referencedTable(), table))));
    }

    /** Have at least one foreign key. */
    default R haveForeignKeys() {
        return satisfy(Trait.<Table>of(
                        "have foreign keys", m -> !m.value().foreignKeys().isEmpty())
                .instead(m -> "it has none"));
    }

    /** Are referenced by a foreign key, of whatever table. */
    default R haveReferences() {
        return satisfy(Trait.<Table>of("have references to them", m -> m.target().tables().stream()
                        .flatMap(t -> t.foreignKeys().stream())
                        .anyMatch(k -> k.referencedTable().equals(m.value().name())))
                .instead(m -> "no foreign key leads to it"));
    }
}
