package dev.fk.core.probe;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.Gap;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One foreign key, tried with as many probe rows as it takes to find some that the server accepts. */
final class Experiment {
    static final int ATTEMPTS = 4;
    private static final String EVEN_WITHOUT = "even without";

    private final Situation situation;
    private final Stage stage;
    private final Diagnosis diagnosis;
    private final Optional<Gap> gap;
    private final Table child;
    private final ForeignKey key;
    private final Map<QualifiedName, Map<String, String>> given;
    private final Set<String> remarks = new LinkedHashSet<>();

    Experiment(
            Situation situation,
            Stage stage,
            Database database,
            Table child,
            ForeignKey key,
            Map<QualifiedName, Map<String, String>> given) {
        this.situation = situation;
        this.stage = stage;
        this.diagnosis = database.dialect().diagnosis(database.server());
        this.gap = database.dialect().gaps(database.server()).flatMap(g -> g.of(child, key));
        this.child = child;
        this.key = key;
        this.given = given;
    }

    /** Probe rows that the server does not take, or that show nothing. */
    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    private interface Body<T> {
        T with(RowGraph graph, Insertion insertion) throws SQLException, Unfit;
    }

    private interface Preparation {
        void of(RowGraph graph) throws SQLException;
    }

    private <T> T tried(Preparation preparation, Body<T> body) throws SQLException {
        refuseWhatLasts();
        Set<String> reasons = new LinkedHashSet<>();
        for (int attempt = 0; attempt < 2 * ATTEMPTS; attempt++) {
            Stage.Mark start = stage.mark();
            RowGraph graph = new RowGraph(situation.schema(), child, key, attempt >= ATTEMPTS, given);
            preparation.of(graph);
            graph.complete(situation);
            Optional<String> unsolved = graph.contradiction();
            if (unsolved.isEmpty()) {
                unsolved = new Solver(situation, stage, graph).solve(graph, attempt);
            }
            if (unsolved.isPresent()) {
                reasons.add(unsolved.get());
            } else {
                try {
                    return body.with(graph, new Insertion(stage, situation.rules()));
                } catch (Unfit unfit) {
                    reasons.add(unfit.getMessage());
                }
            }
            stage.back(start);
        }
        throw new ProbeException("No probe row found for " + child.name() + "(" + String.join(", ", key.columns())
                + "): " + String.join("; ", reasons) + "."
                + (reasons.stream().allMatch(r -> r.startsWith(EVEN_WITHOUT))
                        ? ""
                        : " Give the values that such a row needs, with withRow(table, values)."));
    }

    /** Nothing is done where a rollback would not undo all of it. */
    private void refuseWhatLasts() {
        if (!situation.obstacles().isEmpty()) {
            throw new ProbeException("No probe rows in " + child.name() + ": "
                    + String.join("; ", situation.obstacles())
                    + ". Probe a copy of the tables instead, with onCopy().");
        }
    }

    Enforced enforced() throws SQLException {
        return tried(this::intoTheGap, (graph, insertion) -> {
            Stage.Mark start = stage.mark();
            insert(graph.rows(), insertion);
            stage.back(start);
            Insertion again = new Insertion(stage, situation.rules());
            List<ProbeRow> others = graph.rows().stream()
                    .filter(r -> r != graph.parent() && r != graph.child())
                    .filter(r -> !Insertion.needed(r).contains(graph.parent()))
                    .toList();
            insert(others, again);
            Sql orphan = situation.rules().insert(child, graph.child().values());
            Optional<SQLException> refused = stage.attempt(orphan);
            remarks.addAll(insertion.remarks());
            List<String> statements = new ArrayList<>(stage.script());
            if (refused.isPresent()) {
                if (!causes(refused.get()).contains(Cause.ORPHANS)) {
                    throw new Unfit(line(refused.get()));
                }
                statements.add(orphan.text());
            } else {
                remarkWhyIgnored();
            }
            return new Enforced(
                    refused.isPresent(),
                    statements,
                    refused.map(Experiment::said).orElse(""),
                    List.copyOf(remarks));
        });
    }

    /** Where the server is known to look away. */
    private void intoTheGap(RowGraph graph) {
        gap.ifPresent(g -> graph.omit(g.nulls()));
    }

    private void remarkWhyIgnored() throws SQLException {
        gap.ifPresent(g -> remarks.add(g.fact() + ". " + g.remedy()));
        situation.rules().whyIgnored(stage.connection(), child.name(), key).ifPresent(remarks::add);
    }

    Observation deleting() throws SQLException {
        Optional<List<String>> defaults = defaults(key.onDelete());
        return tried(graph -> defaults.ifPresent(graph::referencedByDefault), (graph, insertion) -> {
            String delete = "DELETE FROM " + name(key.referencedTable()) + " WHERE ";
            return observed(graph, insertion, delete, key.onDelete(), Optional.empty(), true);
        });
    }

    Observation updating() throws SQLException {
        Optional<List<String>> defaults = defaults(key.onUpdate());
        String column = changed();
        Column referenced = situation
                .schema()
                .table(key.referencedTable())
                .orElseThrow()
                .column(column)
                .orElseThrow();
        boolean unwritable = referenced.generation() instanceof Generation.Identity identity
                && identity.mode() == Generation.Identity.Mode.ALWAYS;
        return tried(
                graph -> {
                    defaults.ifPresent(graph::referencedByDefault);
                    graph.move(column);
                },
                (graph, insertion) -> {
                    Optional<String> value = unwritable
                            ? Optional.empty()
                            : graph.moved()
                                    .orElseThrow()
                                    .cell(column)
                                    .orElseThrow()
                                    .literal();
                    if (unwritable) {
                        remarks.add("a number of " + key.referencedTable() + "." + column
                                + " was used up, which no rollback brings back: the column is GENERATED ALWAYS");
                    }
                    String update = "UPDATE " + name(key.referencedTable()) + " SET " + quote(column) + " = "
                            + value.orElse("DEFAULT") + " WHERE ";
                    return observed(graph, insertion, update, key.onUpdate(), value.map(v -> column), !unwritable);
                });
    }

    /** The column of the referenced key that another value means least for: no reference itself, no number of the server. */
    private String changed() {
        Table parent = situation
                .schema()
                .table(key.referencedTable())
                .orElseThrow(() -> new ProbeException("No probe row: " + key.referencedTable() + ", which "
                        + child.name() + " references, is not in view."));
        return key.referencedColumns().stream()
                .min(Comparator.comparingInt(c -> burden(parent, c)))
                .orElseThrow();
    }

    private int burden(Table parent, String column) {
        String referencing = key.columns().get(key.referencedColumns().indexOf(column));
        boolean references =
                parent.foreignKeys().stream().anyMatch(f -> f.columns().contains(column))
                        || child.foreignKeys().stream()
                                .anyMatch(f -> !f.equals(key) && f.columns().contains(referencing));
        Column there = parent.column(column).orElseThrow();
        boolean always = there.generation() instanceof Generation.Identity identity
                && identity.mode() == Generation.Identity.Mode.ALWAYS;
        boolean few = Candidates.hasFewValues(situation.type(there));
        return (always ? 8 : 0) + (references ? 4 : 0) + (few ? 2 : 0);
    }

    private Observation observed(
            RowGraph graph,
            Insertion insertion,
            String command,
            ReferentialAction declared,
            Optional<String> moved,
            boolean foreseeable)
            throws SQLException, Unfit {
        insert(graph.rows().stream().filter(r -> r != graph.child()).toList(), insertion);
        Sql statement = new Sql(command + isKey(graph.parent()));
        if (foreseeable) {
            Stage.Mark alone = stage.mark();
            Optional<SQLException> refused = stage.attempt(statement);
            if (refused.isPresent()) {
                throw new Unfit(EVEN_WITHOUT + " a row that references it, the row of " + key.referencedTable()
                        + " cannot be " + (moved.isPresent() ? "given another key" : "deleted") + ": "
                        + line(refused.get()));
            }
            stage.back(alone);
        }
        insert(graph.rows(), insertion);
        remarks.addAll(insertion.remarks());
        Watch watch = new Watch(stage, situation, key, graph, moved, defaultLiterals());
        Watch.Counts before = watch.counts();
        Optional<SQLException> refused = stage.attempt(statement);
        List<String> statements = new ArrayList<>(stage.script());
        if (refused.isPresent()) {
            statements.add(statement.text());
            Behaviour behaviour = isRefusal(refused.get(), declared) ? Behaviour.RESTRICTS : Behaviour.FAILS;
            if (!foreseeable && behaviour == Behaviour.FAILS) {
                throw new Unfit("the server gave a number that does not fit: " + line(refused.get()));
            }
            return new Observation(behaviour, statements, said(refused.get()), List.copyOf(remarks));
        }
        Behaviour behaviour = watch.counts().since(before);
        if (!foreseeable && behaviour == Behaviour.LEAVES && isThere(graph.parent())) {
            throw new Unfit("the server gave the number again that " + statement + " was to replace");
        }
        if (behaviour == Behaviour.LEAVES) {
            remarkWhyIgnored();
        }
        return new Observation(behaviour, statements, "", List.copyOf(remarks));
    }

    /**
     * Whether it is this reference that was refused, and not another one. Where the server has one code for that and for a
     * foreign key that would be violated by its own action, the action tells.
     */
    private boolean isRefusal(SQLException refused, ReferentialAction declared) {
        Set<Cause> causes = causes(refused);
        boolean acts = declared != ReferentialAction.NO_ACTION && declared != ReferentialAction.RESTRICT;
        ServerError error = ServerError.of(refused);
        // A user without privileges on the table is told of no name at all (MySQL 1217).
        boolean ofAnother = key.name().filter(n -> !error.names(n)).isPresent()
                && namesOfOthers().anyMatch(error::names);
        return causes.contains(Cause.ROWS_REFERENCED) && !(acts && (ofAnother || causes.contains(Cause.ORPHANS)));
    }

    private Stream<String> namesOfOthers() {
        return situation.schema().tables().values().stream()
                .flatMap(t -> t.foreignKeys().stream())
                .filter(f -> !f.equals(key))
                .flatMap(f -> f.name().stream());
    }

    private void insert(List<ProbeRow> rows, Insertion insertion) throws SQLException, Unfit {
        Optional<SQLException> refused = insertion.of(rows);
        if (refused.isPresent()) {
            throw new Unfit(line(refused.get()));
        }
    }

    private Set<Cause> causes(SQLException error) {
        return diagnosis.causes(ServerError.of(error));
    }

    /** Without the details, which are other ones at each attempt. */
    private static String line(SQLException error) {
        return said(error).lines().findFirst().orElse("").replaceFirst("^ERROR: ", "");
    }

    private static String said(SQLException error) {
        String message = error.getMessage() == null ? "" : error.getMessage();
        return message.replaceFirst("^\\(conn=\\d+\\) ", "").strip();
    }

    /** What the foreign key's columns default to, and whether a row is to be there that this names. */
    private Optional<List<String>> defaults(ReferentialAction action) throws SQLException {
        if (action != ReferentialAction.SET_DEFAULT) {
            return Optional.empty();
        }
        List<String> literals = defaultLiterals();
        if (literals.contains("NULL")) {
            return Optional.empty();
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < literals.size(); i++) {
            pairs.add(quote(key.referencedColumns().get(i)) + " = " + literals.get(i));
        }
        List<Optional<String>> there = stage.ask(
                "SELECT COUNT(*) FROM " + name(key.referencedTable()) + " WHERE " + String.join(" AND ", pairs));
        return there.equals(List.of(Optional.of("0"))) ? Optional.of(literals) : Optional.empty();
    }

    private List<String> defaultLiterals() throws SQLException {
        List<String> literals = new ArrayList<>();
        for (String name : key.columns()) {
            Column column = child.column(name).orElseThrow();
            literals.add(
                    column.generation() instanceof Generation.Default value
                            ? stage.ask("SELECT " + value.expression().sql()).stream()
                                    .findFirst()
                                    .flatMap(v -> v)
                                    .map(situation.rules()::literal)
                                    .orElse("NULL")
                            : "NULL");
        }
        return literals;
    }

    private boolean isThere(ProbeRow row) throws SQLException {
        return !stage.ask("SELECT 1 FROM " + name(row.table().name()) + " WHERE " + isKey(row))
                .isEmpty();
    }

    private String isKey(ProbeRow row) {
        return key.referencedColumns().stream()
                .map(c -> quote(c) + " = " + row.literal(c))
                .collect(Collectors.joining(" AND "));
    }

    private String quote(String name) {
        return situation.rows().quote(name);
    }

    private String name(QualifiedName table) {
        return situation.rows().quote(table);
    }
}
