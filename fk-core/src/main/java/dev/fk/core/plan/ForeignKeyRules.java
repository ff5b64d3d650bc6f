package dev.fk.core.plan;

import dev.fk.core.dialect.Capabilities;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Nearest;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be wrong with a foreign key and the table it references. */
final class ForeignKeyRules {
    private final Schema reachable;
    private final Dialect dialect;
    private final ServerInfo server;
    private final Capabilities can;
    private final List<Problem> problems = new ArrayList<>();

    ForeignKeyRules(Schema reachable, Dialect dialect, ServerInfo server) {
        this.reachable = reachable;
        this.dialect = dialect;
        this.server = server;
        this.can = dialect.capabilities(server.version());
    }

    List<Problem> check(Table table) {
        for (ForeignKey key : table.foreignKeys()) {
            boolean own = columnsExist(table, key, table, key.columns(), "");
            Optional<Table> parent = parent(table, key);
            if (own && parent.isPresent()) {
                parent(table, key, parent.get());
            }
            if (own) {
                nullability(table, key);
            }
            actions(table, key);
        }
        return problems;
    }

    private Optional<Table> parent(Table table, ForeignKey key) {
        Optional<Table> parent = reachable.table(key.referencedTable());
        if (parent.isEmpty()) {
            List<String> names = reachable.tables().keySet().stream()
                    .map(QualifiedName::toString)
                    .toList();
            String wanted = key.referencedTable().toString();
            problem(
                    "FK001",
                    table,
                    key,
                    text(table, key) + " references table " + wanted + ", which is neither declared nor in the database"
                            + Nearest.didYouMean(wanted, names),
                    "Declare it, create it first, or turn the constraint off.");
        }
        return parent;
    }

    private void parent(Table table, ForeignKey key, Table parent) {
        if (!columnsExist(table, key, parent, key.referencedColumns(), "referenced ")) {
            return;
        }
        types(table, key, parent);
        if (!isUnique(parent, key.referencedColumns())) {
            String columns = parent.name() + "(" + String.join(", ", key.referencedColumns()) + ")";
            String instead = parent.primaryKey()
                    .map(PrimaryKey::columns)
                    .map(c -> ", or reference its primary key (" + String.join(", ", c) + ")")
                    .orElse("");
            problem(
                    "FK003",
                    table,
                    key,
                    text(table, key) + " references " + columns + ", which is neither the primary key nor unique",
                    "Make " + columns + " unique" + instead + ".");
        }
    }

    /** A partition has the keys of the table that it is a part of, though they are none of its own. */
    private boolean isUnique(Table table, List<String> columns) {
        return dialect.isUnique(table, columns)
                || (dialect.isPartition(table)
                        && dialect.parents(table).stream()
                                .flatMap(p -> reachable.table(p).stream())
                                .anyMatch(p -> isUnique(p, columns)));
    }

    private boolean columnsExist(Table table, ForeignKey key, Table owner, List<String> columns, String which) {
        List<String> missing =
                columns.stream().filter(c -> owner.column(c).isEmpty()).toList();
        for (String column : missing) {
            problem(
                    "FK002",
                    table,
                    key,
                    "The " + which + "column " + owner.name() + "." + column + " of the foreign key " + text(table, key)
                            + " does not exist" + Nearest.didYouMean(column, owner.columnNames()),
                    "The columns of " + owner.name() + " are " + String.join(", ", owner.columnNames()) + ".");
        }
        return missing.isEmpty();
    }

    private void types(Table table, ForeignKey key, Table parent) {
        for (int i = 0; i < key.columns().size(); i++) {
            Optional<Column> child = table.column(key.columns().get(i));
            Optional<Column> referenced = parent.column(key.referencedColumns().get(i));
            if (child.isEmpty() || referenced.isEmpty()) {
                continue;
            }
            Optional<String> reason = dialect.incompatibility(child.get(), referenced.get())
                    .or(() -> twoEnums(child.get().type(), referenced.get().type()));
            String parentColumn = parent.name() + "." + referenced.get().name();
            reason.ifPresent(r -> problem(
                    "FK004",
                    table,
                    key,
                    table.name() + "." + child.get().name() + " is "
                            + child.get().type().describe() + ", but "
                            + parentColumn + ", which it references, is "
                            + referenced.get().type().describe() + ": " + r,
                    dialect.incompatibility(referenced.get(), referenced.get()).isPresent()
                            ? "Give both columns a type that can be referenced, such as VARCHAR."
                            : "Give both columns the same type."));
        }
    }

    /** PostgreSQL 15 and 18 say "cannot be implemented"; domains, which have names as well, are compared by what is in them. */
    private Optional<String> twoEnums(DataType child, DataType referenced) {
        if ((isEnum(child) && isBuiltIn(referenced)) || (isBuiltIn(child) && isEnum(referenced))) {
            return Optional.of("an enum type is compared with nothing but itself");
        }
        return isEnum(child) && isEnum(referenced) && !child.equals(referenced)
                ? Optional.of("each enum type is one of its own, whatever its labels are; "
                        + "typed(QualifiedName.of(...)) is a type by its name")
                : Optional.empty();
    }

    private static boolean isBuiltIn(DataType type) {
        return !(type instanceof DataType.Named || type instanceof DataType.Other || type instanceof DataType.EnumType);
    }

    private boolean isEnum(DataType type) {
        return type instanceof DataType.Named named && reachable.enums().containsKey(named.name());
    }

    private void nullability(Table table, ForeignKey key) {
        Set<String> touched = Set.copyOf(key.onDeleteColumns().isEmpty() ? key.columns() : key.onDeleteColumns());
        if (key.onDelete() == ReferentialAction.SET_NULL) {
            setNull(table, key, touched, "ON DELETE");
        }
        if (key.onUpdate() == ReferentialAction.SET_NULL) {
            setNull(table, key, Set.copyOf(key.columns()), "ON UPDATE");
        }
    }

    private void setNull(Table table, ForeignKey key, Set<String> columns, String clause) {
        for (String name : key.columns()) {
            Optional<Column> column = table.column(name).filter(c -> !c.nullable() && columns.contains(c.name()));
            column.ifPresent(c -> problem(
                    "FK005",
                    table,
                    key,
                    table.name() + "." + c.name() + " is NOT NULL, but its foreign key says " + clause + " SET NULL",
                    "Make the column nullable, or use CASCADE / RESTRICT."));
        }
    }

    private void actions(Table table, ForeignKey key) {
        action(table, key, "ON DELETE", key.onDelete(), can.onDelete());
        action(table, key, "ON UPDATE", key.onUpdate(), can.onUpdate());
        if (key.deferrability() != Deferrability.NOT_DEFERRABLE && !can.deferrableConstraints()) {
            problem(
                    "FK007",
                    table,
                    key,
                    text(table, key) + " is declared " + key.deferrability().sql() + ", but " + server
                            + " checks every foreign key at once",
                    "Leave the deferrability out for this server.");
        }
        if (!key.onDeleteColumns().isEmpty() && !can.onDeleteColumns()) {
            problem(
                    "FK008",
                    table,
                    key,
                    text(table, key) + " names the columns that ON DELETE sets, which " + server + " cannot do",
                    "Leave the column list out, or use PostgreSQL 15 or newer.");
        }
    }

    private void action(
            Table table, ForeignKey key, String clause, ReferentialAction action, Set<ReferentialAction> possible) {
        if (!possible.contains(action)) {
            String others =
                    possible.stream().sorted().map(ReferentialAction::sql).collect(Collectors.joining(", "));
            problem(
                    "FK006",
                    table,
                    key,
                    text(table, key) + " says " + clause + " " + action + ", which " + server + " "
                            + dialect.fateOf(action),
                    "Use one of " + others + ".");
        }
    }

    private static String text(Table table, ForeignKey key) {
        return table.name() + "(" + String.join(", ", key.columns()) + ")";
    }

    private void problem(String code, Table table, ForeignKey key, String fact, String remedy) {
        problems.add(new Problem(code, table.name(), key.columns(), fact, remedy));
    }
}
