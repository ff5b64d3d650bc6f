package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.Dialects;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Planner;
import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.Step;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.testing.MySqlDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Collectors;

/** A database with what is asked about it over and over. */
record Live(Connection connection, Dialect dialect, ServerInfo info) {
    static Live of(MySqlDatabase database) throws SQLException {
        Dialect dialect = Dialects.of(database.connection());
        return new Live(database.connection(), dialect, dialect.server(database.connection()));
    }

    /** {@code mariadb-11.8}, {@code mysql-8.0}, {@code mysql-9}: releases of one line do the same. */
    String line() {
        boolean shortLived =
                dialect.id().equals(MySqlDialect.ID) && info.version().major() > 8;
        return dialect.id() + "-" + info.version().major()
                + (shortLived ? "" : "." + info.version().minor());
    }

    CanonicalSchema canonical(Schema declared) {
        return dialect.canonicalizer(info).canonical(declared);
    }

    CanonicalSchema read() throws SQLException {
        return dialect.catalog(info).read(connection, CatalogScope.defaultSchema());
    }

    CanonicalSchema normal(CanonicalSchema wish, Set<QualifiedName> tables) throws SQLException {
        return dialect.normalizer(info).normalize(connection, wish, tables);
    }

    /** What is left to do, with the expressions in the server's words where they seem to differ. */
    ChangeSet left(CanonicalSchema wish) throws SQLException {
        CanonicalSchema there = read();
        ChangeSet differences = Differ.diff(there, wish);
        Set<QualifiedName> tables = differences.changes().stream()
                .map(Change::subject)
                .filter(t -> there.schema().table(t).isPresent())
                .collect(Collectors.toSet());
        return tables.isEmpty() ? differences : Differ.diff(there, normal(wish, tables));
    }

    void becomes(CanonicalSchema wish) throws SQLException {
        CanonicalSchema there = read();
        assertThat(Preflight.check(wish, there, dialect, info)).isEmpty();
        run(new Planner(dialect, info).plan(left(wish), there));
        assertThat(left(wish).toString()).isEmpty();
    }

    void run(Plan plan) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Step step : plan.steps()) {
                try {
                    statement.execute(step.sql().text());
                } catch (SQLException refused) {
                    throw new SQLException(refused.getMessage() + "\n" + step.sql() + "\nof\n" + plan, refused);
                }
            }
        }
    }
}
