package dev.fk.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** One value in a column that gets another type: who has not consented to a loss finds it as it was, or is refused. */
final class ConvertedValues {
    private static final QualifiedName BEFORE = QualifiedName.of("t");
    private static final QualifiedName AFTER = QualifiedName.of("u");

    /** What is to become of a value. */
    enum Fate {
        /** There is nothing that the rows could be asked. */
        KEPT(Risk.SAFE),
        /** Asked first, and found to be in the way. */
        FOUND(Risk.DATA_DEPENDENT),
        /** Only the server can tell, and does. */
        REFUSED(Risk.DATA_DEPENDENT),
        /** Some values fit and others do not; this one does. */
        FITS(Risk.DATA_DEPENDENT),
        /** The server makes something else of it, which needs consent. */
        LOST(Risk.DESTRUCTIVE);

        private final Risk risk;

        Fate(Risk risk) {
            this.risk = risk;
        }
    }

    record Case(String from, String value, String to, Fate fate) {}

    private final Database database;
    private final String text;

    /** @param text the SQL for the text of a value, with {@code %s} for the value */
    ConvertedValues(Database database, String text) {
        this.database = database;
        this.text = text;
    }

    void are(List<Case> cases) {
        List<String> wrong = new ArrayList<>();
        for (Case one : cases) {
            run("CREATE TABLE t (c " + one.from() + ")");
            run("CREATE TABLE u (c " + one.to() + ")");
            run("INSERT INTO t VALUES (" + one.value() + ")");
            String is = outcome();
            if (!is.equals(one.fate() + " " + one.fate().risk)) {
                wrong.add(one + " is " + is);
            }
            run("DROP TABLE t");
            run("DROP TABLE u");
        }
        assertThat(wrong).isEmpty();
    }

    private String outcome() {
        CanonicalSchema from = database.read();
        Table wanted = from.schema().table(AFTER).orElseThrow().withName(BEFORE);
        ChangeSet changes = Differ.diff(from, new CanonicalSchema(from.schema().with(wanted), from.dialect()));
        Plan plan = database.plan(changes, from);
        Risk risk = plan.steps().stream()
                .map(s -> s.assessment().risk())
                .max(Risk::compareTo)
                .orElse(Risk.SAFE);
        String before = value();
        boolean found = !database.data().dirty(plan).isEmpty();
        if (found && risk == Risk.DATA_DEPENDENT) {
            return Fate.FOUND + " " + risk;
        }
        try {
            database.run(plan);
        } catch (StatementFailedException refused) {
            return Fate.REFUSED + " " + risk;
        }
        boolean same = value().equals(before);
        return (same ? risk == Risk.SAFE ? Fate.KEPT : Fate.FITS : Fate.LOST) + " " + risk;
    }

    private String value() {
        return String.valueOf(database.query(new Sql("SELECT " + text.formatted("c") + " AS v FROM t"))
                .get(0)
                .get("v"));
    }

    private void run(String sql) {
        database.execute(new Sql(sql));
    }
}
