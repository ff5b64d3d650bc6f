package dev.fk.core.migration;

import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.dateTime;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.model.Attributes.text;

import dev.fk.core.database.Database;
import dev.fk.core.migration.JournalEntry.Kind;
import dev.fk.core.migration.JournalEntry.Phase;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.DataType.LobSize;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables in which a database remembers its migrations. Their SQL is what all servers understand. */
record History(Database database) {
    static final List<String> TABLES = List.of("fk_migrations", "fk_migration_journal");

    static final int ID = 190;
    private static final int WORD = 16;
    private static final int MANY = 500;
    private static final int LONG = 1_000_000;
    /** What outlives the migration in whose course it became known. */
    private static final String NONE = "";

    private static final String BY_HAND = "what was done by hand before it was marked as applied";

    boolean exists() {
        return isThere(TABLES.get(0), read());
    }

    /** On the MySQL family a connection can be without a database, and then shows no tables. */
    private CanonicalSchema read() {
        if (database.server().defaultSchema().isEmpty()) {
            throw new IllegalStateException(
                    database.location()
                            + " names no database, so that there is none with a history of migrations. Put its name into the URL.");
        }
        return database.read();
    }

    /** The one that tells whether there is a history comes last; who is ended between the two is continued. */
    void create() {
        CanonicalSchema there = read();
        if (isThere(TABLES.get(0), there)) {
            return;
        }
        QueryInterface q = QueryInterface.of(database);
        if (!isThere(TABLES.get(1), there)) {
            createJournal(q);
        }
        q.createTable(TABLES.get(0), t -> t.comment("Applied migrations; kept by fk")
                .column("id", string(ID).primaryKey())
                .column("checksum", string(64).notNull())
                .column("applied_at", dateTime().notNull())
                .column("applied_by", string().notNull())
                .column("duration_ms", bigInteger().notNull())
                .column("state", string(WORD).notNull()));
    }

    private static void createJournal(QueryInterface q) {
        q.createTable(TABLES.get(1), t -> t.comment("Statements of migrations, and their opposites; kept by fk")
                .column("migration", string(ID).primaryKey())
                .column("phase", string(WORD).primaryKey())
                .column("kind", string(WORD).primaryKey())
                .column("call_no", integer().primaryKey())
                .column("step", integer().primaryKey())
                .column("state", string(WORD).notNull())
                .column("statement", text(LobSize.LONG).notNull()));
    }

    private static boolean isThere(String table, CanonicalSchema schema) {
        return schema.schema().table(table).isPresent();
    }

    /** In no order. */
    List<HistoryRow> rows() {
        return query(
                "SELECT id, checksum, applied_at, applied_by, duration_ms, state FROM fk_migrations",
                r -> new HistoryRow(
                        r.getString(1),
                        r.getString(2),
                        r.getTimestamp(3).toInstant(),
                        r.getString(4),
                        Duration.ofMillis(r.getLong(5)),
                        JournalEntry.of(HistoryRow.State.class, r.getString(6))));
    }

    void begin(String id, String checksum) {
        update(
                "INSERT INTO fk_migrations (id, checksum, applied_at, applied_by, duration_ms, state)"
                        + " VALUES (?, ?, ?, CURRENT_USER, 0, ?)",
                id,
                checksum,
                Timestamp.from(Instant.now().truncatedTo(ChronoUnit.SECONDS)),
                JournalEntry.word(HistoryRow.State.RUNNING));
    }

    /** What was done need not be known any longer, only how it is taken back. */
    void applied(String id, Duration duration) {
        update(
                "UPDATE fk_migrations SET state = ?, duration_ms = ? WHERE id = ?",
                JournalEntry.word(HistoryRow.State.APPLIED),
                duration.toMillis(),
                id);
        keepOpposites(id);
    }

    /** Nothing of what was being done with it has run. */
    void asBefore(String id, Phase phase) {
        if (phase == Phase.UP) {
            forget(id);
        } else {
            update("UPDATE fk_migrations SET state = ? WHERE id = ?", JournalEntry.word(HistoryRow.State.APPLIED), id);
            keepOpposites(id);
        }
    }

    private void keepOpposites(String id) {
        update(
                "DELETE FROM fk_migration_journal WHERE migration = ? AND (kind NOT IN (?, ?) OR phase <> ?)",
                id,
                JournalEntry.word(Kind.UNDO),
                JournalEntry.word(Kind.ASK),
                JournalEntry.word(Phase.UP));
    }

    /** As applied, whatever the history said of it; of what fk did not run it does not know the opposite. */
    void mark(String id, String checksum) {
        Optional<HistoryRow> row =
                rows().stream().filter(r -> r.id().equals(id)).findFirst();
        if (row.isPresent() && !row.get().isHalf()) {
            return;
        }
        if (row.isEmpty()) {
            begin(id, checksum);
        }
        applied(id, Duration.ZERO);
        int last = entries(id, Phase.UP, Kind.UNDO).stream()
                .mapToInt(JournalEntry::call)
                .max()
                .orElse(0);
        add(id, new JournalEntry(Phase.UP, Kind.UNDO, last + 1, 1, JournalEntry.State.IRREVERSIBLE, BY_HAND));
    }

    void undoing(String id) {
        update("UPDATE fk_migrations SET state = ? WHERE id = ?", JournalEntry.word(HistoryRow.State.UNDOING), id);
    }

    void forget(String id) {
        update("DELETE FROM fk_migration_journal WHERE migration = ?", id);
        update("DELETE FROM fk_migrations WHERE id = ?", id);
    }

    /** Writes the entries of a phase anew: a transaction that was rolled back has taken some with it. */
    void rewrite(String id, Phase phase, Collection<JournalEntry> entries) {
        update("DELETE FROM fk_migration_journal WHERE migration = ? AND phase = ?", id, JournalEntry.word(phase));
        add(id, List.copyOf(entries));
    }

    /** In the order in which they were written down. */
    List<JournalEntry> entries(String id, Phase phase, Kind kind) {
        return query(
                "SELECT call_no, step, state, statement FROM fk_migration_journal"
                        + " WHERE migration = ? AND phase = ? AND kind = ? ORDER BY call_no, step",
                r -> new JournalEntry(
                        phase,
                        kind,
                        r.getInt(1),
                        r.getInt(2),
                        JournalEntry.of(JournalEntry.State.class, r.getString(3)),
                        r.getString(4)),
                id,
                JournalEntry.word(phase),
                JournalEntry.word(kind));
    }

    /** What drops the indexes that the server had made, and that gave way to those of a migration. */
    MadeIndexes madeIndexes() {
        return new MadeIndexes(
                database,
                entries(NONE, Phase.UP, Kind.MADE).stream()
                        .map(JournalEntry::statement)
                        .collect(Collectors.toSet()));
    }

    void made(String statement) {
        List<JournalEntry> known = entries(NONE, Phase.UP, Kind.MADE);
        if (known.stream().noneMatch(e -> e.statement().equals(statement))) {
            int last = known.stream().mapToInt(JournalEntry::step).max().orElse(0);
            add(NONE, new JournalEntry(Phase.UP, Kind.MADE, 1, last + 1, JournalEntry.State.DONE, statement));
        }
    }

    void declared(String statement) {
        entries(NONE, Phase.UP, Kind.MADE).stream()
                .filter(e -> e.statement().equals(statement))
                .forEach(e -> remove(NONE, e));
    }

    private void add(String id, JournalEntry entry) {
        add(id, List.of(entry));
    }

    /** In one statement, unless it would be a long one. */
    void add(String id, List<JournalEntry> entries) {
        List<JournalEntry> together = new ArrayList<>();
        int length = 0;
        for (JournalEntry entry : entries) {
            if (together.size() == MANY
                    || (!together.isEmpty() && length + entry.statement().length() > LONG)) {
                insert(id, together);
                together.clear();
                length = 0;
            }
            together.add(entry);
            length += entry.statement().length();
        }
        if (!together.isEmpty()) {
            insert(id, together);
        }
    }

    private void insert(String id, List<JournalEntry> entries) {
        List<Object> values = new ArrayList<>();
        for (JournalEntry entry : entries) {
            values.addAll(List.of(
                    id,
                    JournalEntry.word(entry.phase()),
                    JournalEntry.word(entry.kind()),
                    entry.call(),
                    entry.step(),
                    JournalEntry.word(entry.state()),
                    entry.statement()));
        }
        update(
                "INSERT INTO fk_migration_journal (migration, phase, kind, call_no, step, state, statement) VALUES "
                        + String.join(", ", Collections.nCopies(entries.size(), "(?, ?, ?, ?, ?, ?, ?)")),
                values.toArray());
    }

    void set(String id, JournalEntry entry) {
        update(
                "UPDATE fk_migration_journal SET state = ?"
                        + " WHERE migration = ? AND phase = ? AND kind = ? AND call_no = ? AND step = ?",
                JournalEntry.word(entry.state()),
                id,
                JournalEntry.word(entry.phase()),
                JournalEntry.word(entry.kind()),
                entry.call(),
                entry.step());
    }

    void remove(String id, JournalEntry entry) {
        update(
                "DELETE FROM fk_migration_journal"
                        + " WHERE migration = ? AND phase = ? AND kind = ? AND call_no = ? AND step = ?",
                id,
                JournalEntry.word(entry.phase()),
                JournalEntry.word(entry.kind()),
                entry.call(),
                entry.step());
    }

    private void update(String sql, Object... values) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new HistoryException(e);
        }
    }

    private <T> List<T> query(String sql, Row<T> row, Object... values) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new HistoryException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
