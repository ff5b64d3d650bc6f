package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.KeyColumns;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What INSERT and UPDATE write that a table does not take, beside what foreign keys refuse. */
record WrittenRowCauses(Situation situation) {
    List<Explanation> find() {
        Optional<Table> table = situation.statement().table().flatMap(situation::table);
        return situation.statement().changesRows() && table.isPresent()
                ? Stream.of(notWritable(table.get()), behind(table.get()), checks(table.get()), domains(table.get()))
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }

    private List<Explanation> notWritable(Table table) {
        List<Explanation> found = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!situation.says(column.name())) {
                continue;
            }
            String name = table.name() + "." + column.name();
            if (column.generation() instanceof Generation.Computed computed) {
                found.add(Explanation.of(
                        Cause.COLUMN_NOT_WRITABLE,
                        name + " is computed, from " + computed.expression().sql() + ", and takes no other value",
                        "Leave the column out, or write DEFAULT for its value.",
                        Fix.none()));
            } else if (column.generation() instanceof Generation.Identity identity
                    && identity.mode() == Generation.Identity.Mode.ALWAYS) {
                found.add(counted(name));
            }
        }
        return found;
    }

    private Explanation counted(String name) {
        boolean inserts = situation.statement().kind() == Statement.Kind.INSERT;
        return Explanation.of(
                Cause.COLUMN_NOT_WRITABLE,
                name + " always counts by itself (GENERATED ALWAYS AS IDENTITY)",
                inserts
                        ? "Leave the column out; or override it, as here: then it does not count further by this, and may meet"
                                + " the same number later."
                        : "Leave the column as it is.",
                inserts
                        ? situation
                                .diagnosis()
                                .overriding()
                                .map(this::overridden)
                                .orElse(Fix.none())
                        : Fix.none());
    }

    private Fix overridden(String words) {
        if (situation.behindTable().peek().is("AS")) {
            return Fix.none();
        }
        String sql = situation.statement().sql();
        int at = columnsEnd();
        return Fix.instead(sql.substring(0, at) + " " + words + sql.substring(at));
    }

    /** Where the names of the columns end that INSERT says, or that of the table if it says none. */
    private int columnsEnd() {
        int start = situation.statement().tables().get(0).end();
        return situation
                .behindTable()
                .inParentheses()
                .map(s -> start + s.end() + 1)
                .orElse(start);
    }

    private List<Explanation> behind(Table table) {
        List<String> given = situation.columns(table, situation.behindTable().names());
        return situation.statement().kind() != Statement.Kind.INSERT || given.isEmpty()
                ? List.of()
                : table.columns().stream()
                        .filter(c -> c.generation().isCounter())
                        .filter(c -> !given.contains(c.name()) && isKeyOf(table, c))
                        .flatMap(c -> behind(table, c).stream())
                        .toList();
    }

    /** Whether the key that the server names is that of this column alone. */
    private boolean isKeyOf(Table table, Column column) {
        return Stream.<Constraint>concat(table.primaryKey().stream(), table.uniqueKeys().stream())
                .filter(k -> situation.says(table, k))
                .anyMatch(k -> KeyColumns.of(k).equals(List.of(column.name())));
    }

    private List<Explanation> behind(Table table, Column column) {
        return situation.diagnosis().generatorBehind(table.name(), column.name()).stream()
                .flatMap(query -> situation.look().rows(query).stream())
                .map(row -> Explanation.of(
                        Cause.GENERATOR_BEHIND,
                        "The generator of " + table.name() + "." + column.name() + " stands at " + row.get(0)
                                + ", but there are rows up to " + row.get(1) + ", whose keys came from elsewhere",
                        "Let it go on behind them.",
                        Fix.before(List.of(new Sql(row.get(2))))))
                .toList();
    }

    private List<Explanation> checks(Table table) {
        return table.checks().stream()
                .filter(c -> situation.says(table, c))
                .map(c -> Explanation.of(
                        Cause.CHECK_VIOLATED,
                        "A row of " + table.name() + " would not meet "
                                + c.name().orElse("") + ": " + text(c),
                        "Write values that meet it, or change the check.",
                        Fix.none()))
                .toList();
    }

    private static String text(Check check) {
        return "CHECK (" + check.expression().sql() + ")";
    }

    /** The server names the domain, and neither column nor table. */
    private List<Explanation> domains(Table table) {
        if (situation.says(table.name().name())) {
            return List.of();
        }
        Map<QualifiedName, List<String>> columns = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (column.type() instanceof DataType.Named named
                    && !situation.schema().enums().containsKey(named.name())
                    && mentions(named.name().name())) {
                columns.computeIfAbsent(named.name(), n -> new ArrayList<>()).add(table.name() + "." + column.name());
            }
        }
        return columns.entrySet().stream()
                .flatMap(e -> ofDomain(
                        e.getKey(),
                        String.join(" and ", e.getValue()),
                        e.getValue().size() == 1))
                .toList();
    }

    private Stream<Explanation> ofDomain(QualifiedName domain, String columns, boolean one) {
        String fact = columns + (one ? " is" : " are") + " of the domain " + domain + ", which ";
        return Stream.of(
                Explanation.of(
                        Cause.NULLS,
                        fact + "takes no NULL",
                        "Write a value, also where a statement leaves the column out.",
                        Fix.none()),
                Explanation.of(
                                Cause.CHECK_VIOLATED,
                                fact + "refuses the value",
                                "Write a value that the domain takes.",
                                Fix.none())
                        .seen(situation.diagnosis().rulesOfDomain(domain).stream()
                                .flatMap(query -> situation.look().rows(query).stream())
                                .map(row -> row.get(0))
                                .toList()));
    }

    private boolean mentions(String domain) {
        return situation.tokens(situation.error().message()).stream()
                .filter(Token::isName)
                .anyMatch(t -> t.text().equals(domain));
    }
}
