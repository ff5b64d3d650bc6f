package dev.fk.core.explain.partition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Situation.Owned;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The foreign keys that stand in the way where a table as a whole should change: its engine, partitions, character set. */
record WholeTableCauses(Situation situation) {
    List<Explanation> find() {
        Optional<Table> table = situation.statement().kind() == Statement.Kind.ALTER_TABLE
                ? situation.statement().table().flatMap(situation::table)
                : Optional.empty();
        List<Explanation> found = new ArrayList<>();
        if (table.isPresent()) {
            situation.statement().clauses(Clause.TableOption.class).forEach(o -> optionRefused(table.get(), o)
                    .ifPresent(found::add));
            situation.statement().clauses(Clause.Conversion.class).forEach(c -> converted(table.get(), c)
                    .ifPresent(found::add));
        }
        return found;
    }

    private Optional<Explanation> optionRefused(Table table, Clause.TableOption option) {
        List<Owned> keys = situation.foreignKeys().stream()
                .filter(o ->
                        o.table().equals(table) || o.key().referencedTable().equals(table.name()))
                .toList();
        boolean engine = option.option().equals("engine");
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(Explanation.of(
                        engine ? Cause.ENGINE : Cause.PARTITIONED,
                        table.name()
                                + (engine
                                        ? " cannot go to the engine "
                                                + situation.statement().text(option.value())
                                        : " cannot be partitioned")
                                + " while it has to do with foreign keys, which " + situation.server() + " has "
                                + (engine ? "in InnoDB only: " : "for tables without partitions only: ")
                                + Situation.list(keys),
                        (keys.size() == 1 ? "Drop this foreign key" : "Drop these foreign keys")
                                + " first, if the table can do without; nothing looks after the references then.",
                        Fix.before(situation.ddl(situation.drops(keys)))));
    }

    /** All tables that foreign keys over texts join with this one change together. */
    private Optional<Explanation> converted(Table table, Clause.Conversion conversion) {
        Set<QualifiedName> together = new LinkedHashSet<>(Set.of(table.name()));
        Set<Owned> keys = new LinkedHashSet<>();
        List<Owned> overTexts =
                situation.foreignKeys().stream().filter(this::isOverTexts).toList();
        for (int before = -1; before < keys.size(); ) {
            before = keys.size();
            for (Owned owned : overTexts) {
                if (together.contains(owned.table().name())
                        || together.contains(owned.key().referencedTable())) {
                    keys.add(owned);
                    together.add(owned.table().name());
                    together.add(owned.key().referencedTable());
                }
            }
        }
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        List<Owned> all = List.copyOf(keys);
        List<Sql> after = new ArrayList<>();
        together.stream()
                .filter(t -> !t.equals(table.name()))
                .forEach(t ->
                        after.add(new Sql("ALTER TABLE " + situation.diagnosis().quote(t) + " "
                                + situation.statement().text(conversion.written()))));
        all.forEach(o ->
                after.addAll(situation.ddl(new Change.AddForeignKey(o.table().name(), o.key()))));
        return Optional.of(Explanation.of(
                Cause.COLUMN_IN_FOREIGN_KEY,
                "The texts of " + table.name() + " cannot get another character set or collation: "
                        + Situation.list(all) + (all.size() == 1 ? " joins" : " join")
                        + (together.size() == 1 ? " some of them" : " some of them with texts that stay as they are"),
                together.size() == 1
                        ? "Convert the table while the foreign key is out of the way."
                        : "Convert all tables that are joined so, while the foreign keys are out of the way.",
                Fix.around(situation.ddl(situation.drops(all)), after)));
    }

    private boolean isOverTexts(Owned owned) {
        ForeignKey key = owned.key();
        return IntStream.range(0, key.columns().size())
                .anyMatch(i -> isText(Optional.of(owned.table()), key.columns().get(i))
                        || isText(
                                situation.schema().table(key.referencedTable()),
                                key.referencedColumns().get(i)));
    }

    private boolean isText(Optional<Table> table, String column) {
        return table.flatMap(
                        t -> t.column(column).flatMap(c -> situation.diagnosis().collation(c, t)))
                .isPresent();
    }
}
