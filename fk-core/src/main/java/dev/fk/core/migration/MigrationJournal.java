package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.database.ExecutedStatement;
import dev.fk.core.database.StatementListener;
import dev.fk.core.dialect.Belonging;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.migration.JournalEntry.Kind;
import dev.fk.core.migration.JournalEntry.Phase;
import dev.fk.core.migration.JournalEntry.State;
import dev.fk.core.plan.DataCheck;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Step;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes down each statement of a migration before it runs and after, and how it is taken back. Where DDL is transactional
 * the journal is part of the transaction; elsewhere it is what remains of a migration that failed.
 */
final class MigrationJournal implements Journal, StatementListener {
    private static final Pattern DATA =
            Pattern.compile("\\s*(INSERT|UPDATE|DELETE|REPLACE)\\b", Pattern.CASE_INSENSITIVE);

    /** What the next statements are read in, by this session alone. */
    private static final Pattern OF_SESSION = Pattern.compile("SET\\s");

    private final History history;
    private final String id;
    private final Phase phase;
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Map<String, JournalEntry> written = new LinkedHashMap<>();
    private final Set<Integer> data = new HashSet<>();
    private final Set<Integer> foreign = new HashSet<>();
    private final Set<QualifiedName> created = new HashSet<>();
    private int calls;

    MigrationJournal(History history, String id, Phase phase) {
        this.history = history;
        this.id = id;
        this.phase = phase;
    }

    /** What was to run, in order, with what became of it. */
    List<JournalEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Whether fk knows the opposite of all that ran. */
    boolean isReversible() {
        return written.values().stream().noneMatch(e -> e.state() == State.IRREVERSIBLE);
    }

    /** How many calls have begun. */
    int calls() {
        return calls;
    }

    @Override
    public void begins(Plan plan, Undo undo) {
        calls++;
        undo.changes().ofType(Change.CreateTable.class).forEach(c -> created.add(c.table()));
        add(new JournalEntry(phase, Kind.BEFORE, calls, 1, State.WAITING, undo.checksumBefore()));
        for (int i = 0; i < plan.steps().size(); i++) {
            begins(new JournalEntry(
                    phase,
                    Kind.DO,
                    calls,
                    i + 1,
                    State.WAITING,
                    plan.steps().get(i).sql().text()));
        }
    }

    @Override
    public void begins(Sql sql) {
        calls++;
        (DATA.matcher(sql.text()).lookingAt() ? data : foreign).add(calls);
        begins(new JournalEntry(phase, Kind.DO, calls, 1, State.WAITING, sql.text()));
    }

    @Override
    public MadeIndexes madeIndexes(Database database) {
        return history.madeIndexes();
    }

    @Override
    public List<Belonging> belongings(Database database, ChangeSet changes) {
        return database.planner().belongings(changes);
    }

    @Override
    public void ends(Undo undo) {
        CanonicalSchema after = undo.database().read();
        if (MadeIndexes.concern(undo.changes())) {
            history.madeIndexes().declaredBy(undo.changes()).forEach(history::declared);
            MadeIndexes.displaced(undo.before(), undo.changes(), after)
                    .forEach(d -> history.made(MadeIndexes.statement(undo.database(), d)));
        }
        List<Step> steps = undo.steps(after);
        int asked = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            add(new JournalEntry(
                    phase, Kind.UNDO, calls, i + 1, State.WAITING, step.sql().text()));
            for (DataCheck check : step.checks()) {
                add(new JournalEntry(phase, Kind.ASK, calls, ++asked, State.WAITING, CheckText.of(check)));
            }
        }
    }

    @Override
    public void endsSql(Sql sql) {
        add(new JournalEntry(phase, Kind.UNDO, calls, 1, State.IRREVERSIBLE, sql.text()));
    }

    /** Rows of a table that this migration created go with the table. */
    @Override
    public void endsData(Sql sql, QualifiedName table, Optional<Sql> opposite) {
        if (opposite.isPresent()) {
            add(new JournalEntry(
                    phase, Kind.UNDO, calls, 1, State.WAITING, opposite.get().text()));
        } else if (!created.contains(table)) {
            endsSql(sql);
        }
    }

    @Override
    public void executed(ExecutedStatement statement) {
        next(State.DONE, true);
    }

    @Override
    public int size() {
        return entries.size();
    }

    /** The MySQL family takes back what changed rows since the last statement that it committed implicitly. */
    @Override
    public void rolledBack(int begin) {
        for (int i = entries.size() - 1; i >= begin; i--) {
            JournalEntry entry = entries.get(i);
            if (entry.state() == State.DONE && !data.contains(entry.call())) {
                return;
            }
            if (entry.state() == State.DONE) {
                entries.set(i, entry.with(State.REVERTED));
                written.put(key(entry), entry.with(State.REVERTED));
                written.remove(key(new JournalEntry(phase, Kind.UNDO, entry.call(), 1, State.WAITING, "")));
            }
        }
    }

    /** The statement under way, if there is one, was refused. */
    void failed(boolean remember) {
        next(State.FAILED, remember);
        if (remember && !written.isEmpty()) {
            history.rewrite(id, phase, written.values());
        }
    }

    private void next(State state, boolean remember) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).state() == State.WAITING) {
                JournalEntry entry = entries.get(i).with(state);
                entries.set(i, entry);
                if (remember) {
                    remember(entry);
                }
                return;
            }
        }
    }

    /** What takes back is forgotten with what it took back; for what is left of it another session has to be told again. */
    private void remember(JournalEntry entry) {
        if (entry.kind() == Kind.DO) {
            written.put(key(entry), entry);
            history.set(id, entry);
        } else if (entry.state() == State.DONE
                && !OF_SESSION.matcher(entry.statement()).lookingAt()) {
            history.remove(id, entry);
        }
    }

    /** Executes what takes back the migration; what is taken back is not remembered. */
    @Override
    public void takeBack(Database database) {
        takeBack(database, Phase.UP);
    }

    void takeBack(Database database, Phase what) {
        List<JournalEntry> opposites = opposites(history, id, what);
        entries.addAll(opposites);
        AskedBack asked = new AskedBack(id, opposites, history.entries(id, what, Kind.ASK));
        if (!database.dialect().capabilities(database.server().version()).transactionalDdl()) {
            asked.refuseBefore(database);
        }
        for (JournalEntry opposite : opposites) {
            if (opposite.step() == 1) {
                asked.refuse(database, opposite.call());
            }
            database.executeExplained(new Sql(opposite.statement()));
        }
    }

    /** Whether the database is as before: of what the migration's own SQL did before it failed nobody knows. */
    boolean changedNothing() {
        return entries.stream()
                .allMatch(e -> e.state() == State.WAITING
                        || e.state() == State.REVERTED
                        || (e.state() == State.FAILED && !foreign.contains(e.call())));
    }

    /** The last call first, its statements in order. */
    static List<JournalEntry> opposites(History history, String id, Phase phase) {
        List<JournalEntry> found = new ArrayList<>(history.entries(id, phase, Kind.UNDO));
        for (JournalEntry entry : found) {
            if (entry.state() == State.IRREVERSIBLE) {
                throw new IrreversibleMigrationException(id, entry.statement());
            }
        }
        found.sort(Comparator.comparingInt(JournalEntry::call).reversed().thenComparingInt(JournalEntry::step));
        return found;
    }

    private static String key(JournalEntry entry) {
        return entry.kind() + " " + entry.call() + " " + entry.step();
    }

    private void begins(JournalEntry entry) {
        entries.add(entry);
        add(entry);
    }

    private void add(JournalEntry entry) {
        written.put(key(entry), entry);
        history.add(id, entry);
    }
}
