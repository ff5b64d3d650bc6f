package dev.fk.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.plan.PreflightException;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes mistakes on one server, and writes down what is said of them. */
final class Seeding {
    /** Of other tests, on a server that is not ours alone. */
    private static final Pattern OTHER_DATABASES = Pattern.compile("(seen: tables named parent: parent)(, [^,\\s]+)+");

    private static final Pattern TEMPORARY_NAME = Pattern.compile("#sql-[\\w-]+");

    private final StringBuilder texts = new StringBuilder();
    private final StringBuilder table = new StringBuilder();
    private final StringBuilder failures = new StringBuilder();
    private final String engine;
    private final Set<String> errors = new TreeSet<>();
    private int made;

    Seeding(String engine) {
        this.engine = engine;
    }

    /** Goes on after a mistake that is not explained or mended; {@link #failures()} tells of it. */
    void tryToMake(Mistake mistake, Database owner, Database user) {
        try {
            make(mistake, owner, user);
        } catch (AssertionError | IllegalStateException e) {
            failures.append(mistake).append(": ").append(e.getMessage()).append('\n');
        }
    }

    /** The error numbers, or on PostgreSQL the SQL states, that the server refused with and that were explained. */
    Set<String> errors() {
        return errors;
    }

    String failures() {
        return failures.toString();
    }

    /**
     * @param owner who made the tables
     * @param user who makes the mistake
     */
    private void make(Mistake mistake, Database owner, Database user) {
        Mistakes.TABLES.forEach(sql -> owner.execute(new Sql(sql)));
        mistake.given().forEach(sql -> owner.execute(new Sql(sql)));
        DatabaseException refused =
                catchThrowableOfType(DatabaseException.class, () -> user.execute(new Sql(mistake.statement())));
        assertThat(refused).as(engine + " refuses: " + mistake.statement()).isNotNull();
        if (refused.getCause() instanceof SQLException said) {
            errors.add(said.getErrorCode() == 0 ? said.getSQLState() : String.valueOf(said.getErrorCode()));
        }
        assertThat(refused.explanations())
                .as(mistake + ": " + refused.getMessage() + unseen(refused))
                .isNotEmpty();
        Explanation explanation = refused.explanations().get(0);
        assertThat(explanation.cause())
                .as(mistake + ": " + refused.getMessage())
                .isEqualTo(mistake.cause());
        assertThat(refused)
                .hasMessageEndingWith(
                        refused.explanations().get(refused.explanations().size() - 1) + "");
        String before = mistake.spec().map(s -> preflight(mistake, owner)).orElse("");
        if (mistake.mendable()) {
            mend(mistake, explanation, owner, user);
        } else {
            assertThat(explanation.fix().isEmpty())
                    .as(mistake + "\n" + explanation)
                    .isTrue();
        }
        made += mistake.mendable() ? 1 : 0;
        write(mistake, refused, before, owner.server().database());
    }

    /** Why looking for the reason failed, if it did. */
    private static String unseen(DatabaseException refused) {
        return refused.getCause() == null
                ? ""
                : Stream.of(refused.getCause().getSuppressed())
                        .map(s -> "\n" + s + "\n" + s.getCause())
                        .collect(Collectors.joining());
    }

    private static String preflight(Mistake mistake, Database database) {
        PreflightException found = catchThrowableOfType(PreflightException.class, () -> QueryInterface.of(database)
                .addConstraint("child", mistake.spec().orElseThrow()));
        assertThat(found).as("Preflight refuses " + mistake).isNotNull();
        return "planned: " + found.problems().get(0) + "\n";
    }

    private static void mend(Mistake mistake, Explanation explanation, Database owner, Database user) {
        Fix fix = explanation.fix();
        assertThat(fix.isEmpty())
                .as("no fix for " + mistake + "\n" + explanation)
                .isFalse();
        if (mistake.cause() == Cause.ZERO_DATE) {
            // The setting of a session, which every execute has one of its own of.
            owner.inTransaction(session -> {
                fix.before().forEach(session::execute);
                session.execute(new Sql(mistake.statement()));
                fix.after().forEach(session::execute);
            });
            return;
        }
        fix.before().forEach(owner::execute);
        user.execute(fix.instead().orElse(new Sql(mistake.statement())));
        fix.after().forEach(owner::execute);
    }

    private void write(Mistake mistake, DatabaseException refused, String before, String database) {
        String server = refused.getCause() == null ? "" : refused.getCause().getMessage();
        String said = TEMPORARY_NAME.matcher(server).replaceAll("#sql-…").replaceFirst("^\\(conn=\\d+\\) ", "");
        texts.append("== ")
                .append(mistake)
                .append('\n')
                .append(mistake.statement())
                .append('\n')
                .append("server: ")
                .append(said.lines().findFirst().orElse(""))
                .append('\n')
                .append(before);
        refused.explanations().forEach(texts::append);
        texts.append('\n');
        Explanation first = refused.explanations().get(0);
        table.append(String.format(
                "%-16s %-42s %-24s fixed %s%n",
                engine, mistake, first.cause(), mistake.mendable() ? "yes" : "no: left to people"));
        replace(texts, database, "<database>");
    }

    private static void replace(StringBuilder text, String what, String by) {
        String replaced = text.toString().replace(what, by);
        text.setLength(0);
        text.append(replaced);
    }

    String texts(String version) {
        return OTHER_DATABASES
                .matcher(texts.toString().replace(version, "<server>"))
                .replaceAll("$1");
    }

    /** How many are mended. */
    int made() {
        return made;
    }

    /** Engine, mistake, cause; a line each. */
    String table() {
        return table.toString();
    }
}
