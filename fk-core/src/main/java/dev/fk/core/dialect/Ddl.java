package dev.fk.core.dialect;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Writes a change as the statements that make it happen on one server. */
@API(status = Status.EXPERIMENTAL)
public interface Ddl extends Change.Visitor<List<Sql>> {
    /**
     * Whether the changes of one table belong into one statement, because the server copies the table for each, or
     * refuses the states in between.
     */
    default boolean combines() {
        return false;
    }

    /**
     * Whether a foreign key that changes goes and comes back in one statement, so that there is no time at which rows are
     * written that it would refuse.
     */
    default boolean swapsForeignKeys() {
        return false;
    }

    /**
     * What else changes with a change, because the server leaves it as it was: the columns that follow the collation of
     * their table.
     */
    default List<Change> entailed(Change change, Table from) {
        return List.of();
    }

    /**
     * The columns that have to go and come again for these changes of a table, because the server has no statement that
     * changes them.
     */
    default Set<String> rebuilt(Table from, List<Change> changes) {
        return Set.of();
    }

    /**
     * The changes that need a statement: without those that the server makes by itself as part of another, and in another
     * order where the server wants one that changes alone do not tell.
     */
    default List<Change> needed(List<Change> ordered, Schema from) {
        return ordered;
    }

    /** The statements for changes of one table, in order; fewer than one each where the dialect combines. */
    default List<Sql> together(List<Change> changes) {
        return changes.stream().flatMap(c -> c.accept(this).stream()).toList();
    }

    /**
     * What has to run before these statements, so that the server does not refuse them for what else stands in the table that
     * they make or alter.
     *
     * @param there the table before them, or after
     */
    default List<Sql> before(List<Sql> statements, Table there) {
        return List.of();
    }

    /** What takes back what ran before. */
    default List<Sql> after(List<Sql> before) {
        return List.of();
    }

    /**
     * The same changes in steps that keep no reader or writer of a table waiting for long, each a transaction of its own;
     * what fails half way is continued by running it again. Where the server knows no such steps, as before.
     *
     * @param before what is there when the first step runs; tables that are not have nobody to keep waiting
     */
    default Ddl online(Schema before) {
        return this;
    }
}
