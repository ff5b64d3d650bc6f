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
    private final boolean transactional;
    /** Where DDL is transactional: what nobody would see before the end. */
    private final Map<String, JournalEntry> unwritten = new LinkedHashMap<>();

    private Optional<JournalEntry> unmarked = Optional.empty();
    private Optional<MadeIndexes> made = Optional.empty();
    private int calls;
    private int committed;

    MigrationJournal(History history, String id, Phase phase) {
        this.history = history;
        this.id = id;
        this.phase = phase;
        Database database = history.database();
        this.transactional = database.hasTransactionalDdl();
    }

    /** What was to run, in order, with what became of it. */
    List<JournalEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Whether fk knows the opposite of all that ran. */
    boolean isReversible() {
        return written.values().stream().noneMatch(e -> e.state() == State.IRREVERSIBLE);
    }

    /** The last call that stays though DDL is transactional and the migration has failed; 0 if none does. */
    int committed() {
        return committed;
    }

    /** SQL of its own, like COMMIT, may have ended the transaction: then the journal up to it is still there. */
    void keepCommitted() {
        committed = history.entries(id, phase, Kind.DO).stream()
                .mapToInt(JournalEntry::call)
                .max()
                .orElse(0);
        if (committed > 0) {
            history.rewrite(
                    id,
                    phase,
                    written.values().stream().filter(e -> e.call() <= committed).toList());
        }
    }

    /** How many calls have begun. */
    int calls() {
        return calls;
    }

    @Override
    public int begins(Plan plan, Undo undo, Optional<Set<QualifiedName>> reach) {
        calls++;
        undo.changes().ofType(Change.CreateTable.class).forEach(c -> created.add(c.table()));
        List<JournalEntry> begun = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            String sql = plan.steps().get(i).sql().text();
            begun.add(new JournalEntry(phase, Kind.DO, calls, i + 1, State.WAITING, sql));
        }
        entries.addAll(begun);
        if (!transactional) {
            String before = Checksum.of(undo.before(), reach);
            begun.add(0, new JournalEntry(phase, Kind.BEFORE, calls, 1, State.WAITING, before));
        }
        add(begun);
        return calls;
    }

    @Override
    public void begins(Sql sql) {
        calls++;
        (DATA.matcher(sql.text()).lookingAt() ? data : foreign).add(calls);
        JournalEntry entry = new JournalEntry(phase, Kind.DO, calls, 1, State.WAITING, sql.text());
        entries.add(entry);
        add(List.of(entry));
    }

    @Override
    public MadeIndexes madeIndexes(Database database) {
        made = made.or(() -> Optional.of(history.madeIndexes()));
        return made.get();
    }

    @Override
    public List<Belonging> belongings(Database database, ChangeSet changes) {
        return database.planner().belongings(changes);
    }

    @Override
    public void ends(int call, Undo undo, CanonicalSchema after) {
        if (MadeIndexes.concern(undo.changes())) {
            List<String> declared = madeIndexes(undo.database()).declaredBy(undo.changes());
            List<String> displaced = MadeIndexes.displaced(undo.before(), undo.changes(), after).stream()
                    .map(d -> MadeIndexes.statement(undo.database(), d))
                    .toList();
            declared.forEach(history::declared);
            displaced.forEach(history::made);
            if (!declared.isEmpty() || !displaced.isEmpty()) {
                made = Optional.empty();
            }
        }
        List<Step> steps = undo.steps(after);
        List<JournalEntry> opposites = new ArrayList<>();
        int asked = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            opposites.add(new JournalEntry(
                    phase, Kind.UNDO, call, i + 1, State.WAITING, step.sql().text()));
            for (DataCheck check : step.checks()) {
                opposites.add(new JournalEntry(phase, Kind.ASK, call, ++asked, State.WAITING, CheckText.of(check)));
            }
        }
        ended(opposites);
    }

    @Override
    public void endsSql(Sql sql) {
        ended(List.of(new JournalEntry(phase, Kind.UNDO, calls, 1, State.IRREVERSIBLE, sql.text())));
    }

    /** Rows of a table that this migration created go with the table. */
    @Override
    public void endsData(Sql sql, QualifiedName table, Optional<Sql> opposite) {
        if (opposite.isPresent()) {
            ended(List.of(new JournalEntry(
                    phase, Kind.UNDO, calls, 1, State.WAITING, opposite.get().text())));
        } else if (created.contains(table)) {
            ended(List.of());
        } else {
            endsSql(sql);
        }
    }

    /** How it is taken back is known before it counts as done, so that nobody who is ended in between forgets it. */
    private void ended(List<JournalEntry> opposites) {
        add(opposites);
        unmarked.ifPresent(e -> history.set(id, e));
        unmarked = Optional.empty();
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
                JournalEntry reverted = entry.with(State.REVERTED);
                String opposite = key(new JournalEntry(phase, Kind.UNDO, entry.call(), 1, State.WAITING, ""));
                entries.set(i, reverted);
                written.put(key(entry), reverted);
                written.remove(opposite);
                unwritten.replace(key(entry), reverted);
                unwritten.remove(opposite);
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
            if (unwritten.containsKey(key(entry))) {
                unwritten.put(key(entry), entry);
            } else if (entry.state() == State.DONE && !transactional && isLast(entry)) {
                unmarked = Optional.of(entry);
            } else {
                history.set(id, entry);
            }
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
        if (!database.hasTransactionalDdl()) {
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

    /** Of its call, which then only has to be told how it is taken back. */
    private boolean isLast(JournalEntry entry) {
        return entries.stream().noneMatch(e -> e.call() == entry.call() && e.step() > entry.step());
    }

    private void add(List<JournalEntry> more) {
        more.forEach(e -> written.put(key(e), e));
        if (transactional) {
            more.forEach(e -> unwritten.put(key(e), e));
        } else {
            history.add(id, more);
        }
    }

    @Override
    public void flush() {
        history.add(id, List.copyOf(unwritten.values()));
        unwritten.clear();
    }

    @Override
    public void end() {
        unwritten.values().removeIf(e -> e.kind() == Kind.DO || e.phase() == Phase.DOWN);
        flush();
    }
}
