package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Objection;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the family refuses, or takes and ignores, about one foreign key. */
final class ForeignKeyObjections {
    private final Table table;
    private final ForeignKey key;
    private final Schema reachable;
    private final Settings settings;
    private final List<Objection> objections = new ArrayList<>();

    ForeignKeyObjections(Table table, ForeignKey key, Schema reachable, Settings settings) {
        this.table = table;
        this.key = key;
        this.reachable = reachable;
        this.settings = settings;
    }

    List<Objection> find() {
        storage(table);
        match();
        enforcement();
        key.columns().forEach(c -> table.column(c).ifPresent(this::own));
        Optional<Table> parent = reachable.table(key.referencedTable());
        if (parent.isPresent()) {
            if (!parent.get().name().equals(table.name())) {
                storage(parent.get());
            }
            order(parent.get());
            for (int i = 0; i < key.columns().size(); i++) {
                Optional<Column> child = table.column(key.columns().get(i));
                Optional<Column> referenced =
                        parent.get().column(key.referencedColumns().get(i));
                if (child.isPresent() && referenced.isPresent()) {
                    collation(child.get(), parent.get(), referenced.get());
                    nullability(child.get(), parent.get(), referenced.get());
                    referenced(parent.get(), referenced.get());
                }
            }
        }
        return objections;
    }

    /** Measured: MyISAM takes a foreign key without an error and without a warning, and there is none. */
    private void storage(Table stored) {
        String engine = TableOptions.engine(stored.options());
        if (!engine.equals(TableOptions.DEFAULT_ENGINE)) {
            object(
                    "FK211",
                    text() + " needs InnoDB, but " + stored.name() + " is stored by " + engine
                            + (stored.name().equals(table.name())
                                    ? ", which drops foreign keys without a word"
                                    : ", which cannot be referenced"),
                    "Take the engine out of the options of " + stored.name() + ".");
        }
        if (stored.options().has(TableOptions.PARTITION_BY)) {
            object(
                    "FK212",
                    text() + " involves " + stored.name() + ", which is partitioned; " + settings.info()
                            + " has no foreign keys to or from partitioned tables",
                    "Give up the partitions or the foreign key.");
        }
    }

    /** Error 3733 of MySQL 9.7.4; MariaDB 11.8.9 takes it. */
    private void referenced(Table parent, Column column) {
        if (!settings.isMariaDb()
                && column.generation() instanceof Generation.Computed computed
                && computed.storage() == Generation.Computed.Storage.VIRTUAL) {
            object(
                    "FK214",
                    parent.name() + "." + column.name()
                            + " is computed when it is read, but a foreign key to it needs values that are stored",
                    "Store the column.");
        }
    }

    private void match() {
        if (key.match() != MatchType.SIMPLE) {
            object(
                    "FK213",
                    text() + " says MATCH " + key.match() + ", which " + settings.info()
                            + " takes and does not carry out",
                    "Leave MATCH out.");
        }
    }

    private void enforcement() {
        if (key.enforcement() != Enforcement.ENFORCED) {
            object(
                    "FK219",
                    text() + " is declared " + key.enforcement().name().replace('_', ' ') + ", but " + settings.info()
                            + " checks every row, those that are there already as well",
                    "Leave it out for this server.");
        }
    }

    /** Errors 3104 and 1905, 3733 (MySQL only), 3823 and 1901. */
    private void own(Column column) {
        boolean changes = sets(key.onUpdate()) || key.onDelete() == ReferentialAction.SET_NULL;
        if (column.generation() instanceof Generation.Computed computed) {
            boolean virtual = computed.storage() == Generation.Computed.Storage.VIRTUAL && !settings.isMariaDb();
            if (changes || virtual) {
                object(
                        "FK214",
                        table.name() + "." + column.name() + " is computed"
                                + (virtual ? " when it is read" : "") + ", but the foreign key on it "
                                + (virtual ? "needs values that are stored" : "would set it"),
                        virtual ? "Store the column." : "Use ON DELETE CASCADE or NO ACTION.");
            }
        }
        computedFrom(column, changes || (key.onDelete() == ReferentialAction.CASCADE && !settings.isMariaDb()));
        if (changes) {
            table.checks().stream()
                    .filter(c -> mentions(c, column.name()) || (settings.isMariaDb() && mentionsThrough(c, column)))
                    .forEach(c -> object(
                            "FK215",
                            table.name() + "." + column.name() + " is set by the foreign key (" + actions()
                                    + "), but the check " + c.expression() + " looks at it",
                            "Give up the check, or use NO ACTION."));
        }
    }

    /** Measured: MySQL 9.7.4 says 1215 to every action but NO ACTION, MariaDB 11.8.9 1901 but takes ON DELETE CASCADE. */
    private void computedFrom(Column column, boolean refused) {
        table.columns().stream()
                .filter(c -> refused
                        && c.generation() instanceof Generation.Computed computed
                        && computed.storage() == Generation.Computed.Storage.STORED
                        && computed.expression().mayMention(column.name()))
                .forEach(c -> object(
                        "FK214",
                        table.name() + "." + c.name() + " is stored and computed from " + table.name() + "."
                                + column.name() + ", but the foreign key on that says " + actions(),
                        "Compute the column VIRTUAL, or use NO ACTION."));
    }

    private static boolean sets(ReferentialAction action) {
        return action == ReferentialAction.CASCADE || action == ReferentialAction.SET_NULL;
    }

    private String actions() {
        return "ON DELETE " + key.onDelete() + ", ON UPDATE " + key.onUpdate();
    }

    private static boolean mentions(Check check, String column) {
        String sql = check.expression().sql();
        return sql.contains(Identifiers.quote(column))
                || Arrays.asList(sql.split("[^\\w$]+")).contains(column);
    }

    /** MariaDB 11.8.9 also looks through computed columns (1901). */
    private boolean mentionsThrough(Check check, Column column) {
        return table.columns().stream().anyMatch(c -> c.mayBeComputedFrom(column.name()) && mentions(check, c.name()));
    }

    /** InnoDB finds the parent's rows through an index that begins with the referenced columns, in this order (1822). */
    private void order(Table parent) {
        if (parent.isUnique(key.referencedColumns())
                && !new ImplicitIndexes(settings).serves(parent, key.referencedColumns())) {
            object(
                    "FK216",
                    text() + " references " + parent.name() + "(" + String.join(", ", key.referencedColumns())
                            + "), which is unique, but in another order of columns",
                    "Write the columns in the order of the parent's key.");
        }
    }

    private void collation(Column child, Table parent, Column referenced) {
        if (!CanonicalType.isText(child.type()) || !CanonicalType.isText(referenced.type())) {
            return;
        }
        String own = effective(child, table);
        String other = effective(referenced, parent);
        if (!own.equals(other)) {
            object(
                    "FK217",
                    table.name() + "." + child.name() + " has the collation " + own + ", but " + parent.name() + "."
                            + referenced.name() + ", which it references, has " + other,
                    "Give both columns the same collation.");
        }
    }

    private String effective(Column column, Table owner) {
        return column.collation().orElse(TableOptions.collation(owner.name(), owner.options(), settings));
    }

    /** MariaDB 10.11.18 and 11.8.9 (1005, errno 150), but not with ON DELETE CASCADE; MySQL waits for the NULL to come. */
    private void nullability(Column child, Table parent, Column referenced) {
        if (settings.isMariaDb()
                && key.onUpdate() == ReferentialAction.CASCADE
                && key.onDelete() != ReferentialAction.CASCADE
                && !child.nullable()
                && referenced.nullable()) {
            object(
                    "FK218",
                    table.name() + "." + child.name()
                            + " is NOT NULL, but ON UPDATE CASCADE could set it to NULL, since " + parent.name() + "."
                            + referenced.name() + " is nullable",
                    "Make " + parent.name() + "." + referenced.name() + " NOT NULL, or leave out ON UPDATE CASCADE.");
        }
    }

    private String text() {
        return "The foreign key " + table.name() + "(" + String.join(", ", key.columns()) + ")";
    }

    private void object(String code, String fact, String remedy) {
        objections.add(new Objection(code, key.columns(), fact, remedy));
    }
}
