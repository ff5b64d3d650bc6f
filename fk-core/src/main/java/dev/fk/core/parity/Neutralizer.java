package dev.fk.core.parity;

import dev.fk.core.dialect.NameRules;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts a table into words that all servers share. */
final class Neutralizer {
    private static final String YES = "yes";

    private final Schema schema;
    private final NameRules names;
    private final SortedMap<String, SortedMap<String, String>> items = new TreeMap<>();

    Neutralizer(Schema schema, NameRules names) {
        this.schema = schema;
        this.names = names;
    }

    NeutralTable neutral(Table table) {
        table.comment().ifPresent(c -> item("comment").put("text", c));
        table.columns().forEach(this::column);
        table.primaryKey().ifPresent(k -> item("primary key").put("columns", list(k.columns())));
        table.uniqueKeys().forEach(k -> uniqueKey(table, k));
        table.indexes().forEach(i -> index(table, i));
        table.foreignKeys().forEach(k -> foreignKey(table, k));
        table.checks().forEach(c -> check(table, c));
        table.exclusions().forEach(x -> item("exclusion " + x.definition()));
        return new NeutralTable(items);
    }

    /** Of things that are the same twice, the second is counted. */
    private SortedMap<String, String> item(String name) {
        String free = name;
        for (int i = 2; items.containsKey(free); i++) {
            free = name + " #" + i;
        }
        SortedMap<String, String> facts = new TreeMap<>();
        items.put(free, facts);
        return facts;
    }

    private void column(Column column) {
        SortedMap<String, String> facts = item("column " + column.name());
        facts.put("type", type(column.type()));
        facts.put("nullable", column.nullable() ? YES : "no");
        column.generation().accept(new NeutralGeneration(facts));
        column.collation().ifPresent(c -> facts.put("collation", c));
        column.comment().ifPresent(c -> facts.put("comment", c));
        column.options().values().forEach((key, value) -> facts.put("option " + key, value));
    }

    /** An enum with a name of its own is the list of its labels. */
    private String type(DataType type) {
        if (type instanceof DataType.Named named) {
            EnumDefinition definition = schema.enums().get(named.name());
            return definition == null || definition.labels().isEmpty()
                    ? type.describe()
                    : new DataType.EnumType(definition.labels()).describe();
        }
        return type.describe();
    }

    private void uniqueKey(Table table, UniqueKey key) {
        SortedMap<String, String> facts = item("unique key " + in(key.columns()));
        name(facts, table, key);
        deferrability(facts, key.deferrability());
        key.options().values().forEach((option, value) -> facts.put("option " + option, value));
    }

    /** A unique index on whole columns says what a unique key says. */
    private void index(Table table, Index index) {
        boolean key = index.unique()
                && index.where().isEmpty()
                && index.parts().stream().allMatch(p -> p.isWholeColumn() && !p.descending());
        String kind = key ? "unique key " : index.unique() ? "unique index " : "index ";
        SortedMap<String, String> facts =
                item(kind + index.parts().stream().map(Neutralizer::part).collect(Collectors.joining(", ", "(", ")")));
        name(facts, table, index);
        index.method().ifPresent(m -> facts.put("method", m));
        index.where().ifPresent(w -> facts.put("where", NeutralSql.of(w.sql())));
    }

    private static String part(IndexPart part) {
        String length =
                part.prefixLength().isPresent() ? "(" + part.prefixLength().getAsInt() + ")" : "";
        return (part.isExpression() ? NeutralSql.of(part.text()) : part.text())
                + length
                + (part.descending() ? " DESC" : "");
    }

    private void foreignKey(Table table, ForeignKey key) {
        SortedMap<String, String> facts = item(
                "foreign key " + in(key.columns()) + " → " + key.referencedTable() + " " + in(key.referencedColumns()));
        name(facts, table, key);
        facts.put("on delete", key.onDelete().sql());
        facts.put("on update", key.onUpdate().sql());
        if (!key.onDeleteColumns().isEmpty()) {
            facts.put("on delete of", list(key.onDeleteColumns()));
        }
        if (key.match() != MatchType.SIMPLE) {
            facts.put("match", key.match().toString());
        }
        deferrability(facts, key.deferrability());
        enforcement(facts, key.enforcement());
    }

    /** By its name where somebody chose one, which tells it from others even if servers spell it differently. */
    private void check(Table table, Check check) {
        String sql = NeutralSql.of(check.expression().sql());
        Optional<String> name = chosen(table, check);
        SortedMap<String, String> facts = item("check " + name.orElse(sql));
        facts.put("expression", sql);
        enforcement(facts, check.enforcement());
    }

    private void name(SortedMap<String, String> facts, Table table, Constraint constraint) {
        chosen(table, constraint).ifPresent(n -> facts.put("name", n));
    }

    private Optional<String> chosen(Table table, Constraint constraint) {
        return constraint.name().filter(n -> names.origin(table, constraint) == NameRules.Origin.DECLARED);
    }

    private static void deferrability(SortedMap<String, String> facts, Deferrability deferrability) {
        if (deferrability != Deferrability.NOT_DEFERRABLE) {
            facts.put("deferrable", deferrability.sql());
        }
    }

    private static void enforcement(SortedMap<String, String> facts, Enforcement enforcement) {
        if (enforcement != Enforcement.ENFORCED) {
            facts.put("enforcement", enforcement.name().replace('_', ' '));
        }
    }

    private static String list(List<String> columns) {
        return String.join(", ", columns);
    }

    private static String in(List<String> columns) {
        return "(" + list(columns) + ")";
    }
}
