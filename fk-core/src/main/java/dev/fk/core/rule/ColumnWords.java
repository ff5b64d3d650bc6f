package dev.fk.core.rule;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What can be said of columns. */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface ColumnWords<R> {
    /** In words of one's own. */
    R satisfy(Trait<Column> trait);

    /** The whole name matches a regular expression. */
    default R haveNameMatching(String regex) {
        return satisfy(Trait.<Column>of(
                "have names matching " + regex, m -> m.value().name().matches(regex)));
    }

    /** Have exactly this name. */
    default R haveName(String name) {
        return satisfy(
                Trait.<Column>of("have the name " + name, m -> m.value().name().equals(name)));
    }

    /** Belong to a table whose name matches a regular expression. */
    default R belongToTablesMatching(String regex) {
        return satisfy(Trait.<Column>of(
                "belong to tables matching " + regex,
                m -> m.table().name().name().matches(regex)));
    }

    /** Have this type, as the server reports it. */
    default R haveType(DataType type) {
        return satisfy(Trait.<Column>of(
                        "have the type " + type.describe(),
                        m -> m.value().type().equals(type))
                .instead(m -> "it is " + m.value().type().describe())
                .fixedBy(m -> List.of(new Change.AlterColumn(
                        m.table().name(), m.value(), m.value().withType(type)))));
    }

    /** Have a type of this kind, {@code DataType.Json.class}. */
    default R haveTypeOf(Class<? extends DataType> kind) {
        return satisfy(Trait.<Column>of(
                        "have a type of " + kind.getSimpleName(),
                        m -> kind.isInstance(m.value().type()))
                .instead(m -> "it is " + m.value().type().describe()));
    }

    /** Can be null. */
    default R allowNull() {
        return satisfy(Trait.<Column>of("allow null", m -> m.value().nullable())
                .instead(m -> "it is NOT NULL")
                .fixedBy(m -> List.of(new Change.AlterColumn(
                        m.table().name(), m.value(), m.value().withNullable(true)))));
    }

    /** Have a default, an identity, or are computed. */
    default R haveADefault() {
        return satisfy(Trait.<Column>of("have a default", m -> m.value().generation() != Generation.none())
                .instead(m -> "it has none"));
    }

    /** Have a comment. */
    default R haveAComment() {
        return satisfy(
                Trait.<Column>of("have a comment", m -> m.value().comment().isPresent())
                        .instead(m -> "it has none"));
    }

    /** Belong to the primary key of their table. */
    default R belongToThePrimaryKey() {
        return satisfy(Trait.<Column>of("belong to the primary key", m -> m.table()
                .primaryKey()
                .filter(k -> k.columns().contains(m.value().name()))
                .isPresent()));
    }

    /** Belong to a foreign key. */
    default R belongToAForeignKey() {
        return satisfy(Trait.<Column>of("belong to a foreign key", m -> m.table().foreignKeys().stream()
                        .anyMatch(k -> k.columns().contains(m.value().name())))
                .instead(m -> "no foreign key has it"));
    }
}
