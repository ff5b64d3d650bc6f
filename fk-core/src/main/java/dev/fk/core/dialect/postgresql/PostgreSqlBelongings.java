package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Belonging;
import dev.fk.core.dialect.Belongings;
import dev.fk.core.dialect.ServerVersion;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What goes with a table, column or constraint, with {@code belongings.sql}: triggers, rules, policies, rights, owners,
 * publications, extended statistics, comments and settings of which a model does not speak.
 *
 * @param publications how PostgreSQL 15 and later write which rows and columns are published; empty before
 */
record PostgreSqlBelongings(String publications) implements Belongings {
    private static final String SQL =
            Resource.text("belongings.sql").replace("${policy}", Resource.text("create-policy.sql"));
    private static final String NOTHING = "SELECT 0, '', '', '', '', false WHERE false";
    private static final int ROWS_ARE_PUBLISHED = 15;
    private static final String OF_PUBLICATION =
            """
             || coalesce((SELECT ' (' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) || ')'
                FROM pg_attribute a WHERE a.attrelid = q.prrelid AND a.attnum = ANY (q.prattrs)), '')
            || coalesce(' WHERE (' || pg_get_expr(q.prqual, q.prrelid) || ')', '')
            """;

    static PostgreSqlBelongings of(ServerVersion server) {
        return new PostgreSqlBelongings(server.isAtLeast(ROWS_ARE_PUBLISHED, 0) ? OF_PUBLICATION : "");
    }

    @Override
    public boolean goWith(Change change) {
        return change instanceof Change.DropTable
                || change instanceof Change.DropColumn
                || change instanceof Change.DropPrimaryKey
                || change instanceof Change.DropUniqueKey
                || change instanceof Change.DropForeignKey
                || change instanceof Change.DropIndex
                || change instanceof Change.DropCheck
                || change instanceof Change.DropExclusion
                || (change instanceof Change.AlterColumn alter && losesNames(alter.from(), alter.to()));
    }

    /** NOT NULL is a constraint with a name since PostgreSQL 18, and what counts up has a sequence. */
    private static boolean losesNames(Column from, Column to) {
        return (!from.nullable() && to.nullable()) || !from.generation().equals(to.generation());
    }

    @Override
    public boolean makeAnew(List<Change> ordered) {
        return !MadeAnew.of(ordered).isEmpty();
    }

    @Override
    public List<Belonging> read(Connection connection, Collection<QualifiedName> tables) throws SQLException {
        return read(connection, tables, NOTHING).stream().map(Told::belonging).toList();
    }

    @Override
    public Map<Change, List<Sql>> saidAgain(Connection connection, List<Change> ordered) throws SQLException {
        List<MadeAnew> all = MadeAnew.of(ordered);
        Set<QualifiedName> tables = all.stream().map(MadeAnew::table).collect(Collectors.toSet());
        Map<Change, List<Sql>> again = new HashMap<>();
        for (Told told : read(connection, tables, MadeAnew.rows(all, ordered))) {
            told.change().ifPresent(i -> again.computeIfAbsent(all.get(i).back(), c -> new ArrayList<>())
                    .addAll(told.belonging().again()));
        }
        return again;
    }

    /** @param change the place of what it has to be said of again */
    private record Told(OptionalInt change, Belonging belonging) {}

    private List<Told> read(Connection connection, Collection<QualifiedName> tables, String anew) throws SQLException {
        String names =
                tables.stream().map(t -> SqlText.literal(Identifiers.quote(t))).collect(Collectors.joining(", "));
        String sql = SQL.replace("${names}", names)
                .replace("${publications}", publications)
                .replace("${anew}", anew);
        List<Told> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                int change = row.getInt("change");
                found.add(new Told(
                        row.wasNull() ? OptionalInt.empty() : OptionalInt.of(change),
                        new Belonging(row.getBoolean("needed"), List.of(new Sql(row.getString("again"))))));
            }
        }
        return found;
    }
}
