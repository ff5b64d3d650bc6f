package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Constraints out of catalog rows. */
final class CatalogKeys {
    private final CatalogNames names;
    private final CatalogIndexes indexes;

    CatalogKeys(CatalogNames names, CatalogIndexes indexes) {
        this.names = names;
        this.indexes = indexes;
    }

    Table addTo(Table table, List<CatalogRows.ConstraintRow> rows) {
        Optional<PrimaryKey> primaryKey = Optional.empty();
        List<UniqueKey> uniqueKeys = new ArrayList<>();
        List<ForeignKey> foreignKeys = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        List<Exclusion> exclusions = new ArrayList<>();
        for (CatalogRows.ConstraintRow row : rows) {
            Optional<String> name = Optional.of(row.name());
            List<String> columns = row.kind().equals("x") ? List.of() : names.columns(row.table(), row.columns());
            switch (row.kind()) {
                case "p" ->
                    primaryKey = Optional.of(new PrimaryKey(name, columns, deferrability(row), keyOptions(row)));
                case "u" -> uniqueKeys.add(new UniqueKey(name, columns, deferrability(row), keyOptions(row)));
                case "f" -> foreignKeys.add(foreignKey(row, columns));
                case "c" -> checks.add(check(row));
                case "x" -> exclusions.add(new Exclusion(name, ArrayCasts.inElements(definition(row))));
                default -> {
                    // NOT NULL, which is a matter of its column.
                }
            }
        }
        return table.withPrimaryKey(primaryKey)
                .withUniqueKeys(uniqueKeys)
                .withForeignKeys(foreignKeys)
                .withChecks(checks)
                .withExclusions(exclusions);
    }

    private Options keyOptions(CatalogRows.ConstraintRow row) {
        Options options = indexes.keyOptions(row.index());
        return row.temporal() ? options.with(Keys.WITHOUT_OVERLAPS, "") : options;
    }

    private ForeignKey foreignKey(CatalogRows.ConstraintRow row, List<String> columns) {
        List<String> onDeleteColumns = names.columns(row.table(), row.onDeleteColumns());
        return ForeignKey.of(
                        columns,
                        names.table(row.referenced()),
                        names.columns(row.referenced(), row.referencedColumns()))
                .named(row.name())
                .withActions(action(row.onDelete()), action(row.onUpdate()))
                .withOnDeleteColumns(onDeleteColumns.containsAll(columns) ? List.of() : onDeleteColumns)
                .withMatch(match(row.match()))
                .withDeferrability(deferrability(row))
                .withEnforcement(enforcement(row))
                .withOptions(options(row));
    }

    private static Options options(CatalogRows.ConstraintRow row) {
        Options options = row.temporal() ? Options.of(Keys.PERIOD, "") : Options.none();
        return row.switchedOff() ? options.with(Keys.SWITCHED_OFF, "") : options;
    }

    private static Check check(CatalogRows.ConstraintRow row) {
        return new Check(
                Optional.of(row.name()),
                new Expression(SqlText.expression(definition(row))),
                enforcement(row),
                row.noInherit() ? Options.of(Keys.NO_INHERIT, "") : Options.none());
    }

    private static String definition(CatalogRows.ConstraintRow row) {
        return Objects.requireNonNull(
                row.definition(),
                () -> "Constraint " + row.name() + " vanished while the catalog was read; read it again.");
    }

    private static ReferentialAction action(String letter) {
        return switch (letter) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    private static MatchType match(String letter) {
        return switch (letter) {
            case "f" -> MatchType.FULL;
            case "p" -> MatchType.PARTIAL;
            default -> MatchType.SIMPLE;
        };
    }

    private static Deferrability deferrability(CatalogRows.ConstraintRow row) {
        if (!row.deferrable()) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return row.deferred() ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    private static Enforcement enforcement(CatalogRows.ConstraintRow row) {
        if (!row.enforced()) {
            return Enforcement.NOT_ENFORCED;
        }
        return row.validated() ? Enforcement.ENFORCED : Enforcement.NOT_VALID;
    }
}
