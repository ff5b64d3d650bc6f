package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.database.DirtyData;
import dev.fk.core.plan.DataCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the rows are asked before calls are taken back: whether it would fail on them.
 *
 * @param opposites in the order in which they run, the last call's first
 */
record AskedBack(String id, List<JournalEntry> opposites, List<JournalEntry> questions) {
    /** What changes no rows of tables that are there before and after. */
    private static final Pattern OF_NO_ROWS = Pattern.compile(
            "(ALTER\\s+TABLE\\b(?!.*\\bRENAME\\b)|CREATE\\s|DROP\\s+INDEX\\s).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile("([`\"])(?:(?!\\1).)+\\1");

    /** One that comes and goes under the same name has other values. */
    private static final Pattern COLUMN = Pattern.compile("\\b(?:ADD|DROP)\\s+COLUMN\\s+[`\"]((?:[^`\"])+)");

    /**
     * Before the first statement, where each stays as soon as it has run. Left for later is what cannot be told yet: about
     * tables and columns that have not come back, and about rows that other opposites take away or bring before.
     */
    void refuseBefore(Database database) {
        List<String> found = new ArrayList<>();
        List<JournalEntry> before = new ArrayList<>();
        for (JournalEntry opposite : opposites) {
            if (opposite.step() == 1) {
                List<DataCheck> checks = checks(opposite.call()).stream()
                        .filter(c -> before.stream().noneMatch(b -> concerns(b, c)))
                        .toList();
                describe(opposite.call(), findable(database, checks)).ifPresent(found::add);
            }
            before.add(opposite);
        }
        refuse(found);
    }

    /** Of a call of which nothing is taken back yet: what is asked is about the rows as they are then. */
    void refuse(Database database, int call) {
        refuse(describe(call, database.data().dirty(checks(call))).stream().toList());
    }

    private List<DataCheck> checks(int call) {
        return questions.stream()
                .filter(q -> q.call() == call)
                .map(q -> CheckText.read(q.statement()))
                .toList();
    }

    private static boolean concerns(JournalEntry before, DataCheck check) {
        if (OF_NO_ROWS.matcher(before.statement()).matches()) {
            return COLUMN.matcher(before.statement()).results().anyMatch(r -> check.columns()
                    .contains(r.group(1)));
        }
        return NAME.matcher(before.statement())
                .results()
                .anyMatch(r -> check.finding().text().contains(r.group()));
    }

    private static List<DirtyData> findable(Database database, List<DataCheck> checks) {
        try {
            return database.data().dirty(checks);
        } catch (DatabaseException notThereYet) {
            return List.of();
        }
    }

    private Optional<String> describe(int call, List<DirtyData> found) {
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of("What takes back call " + call + " of " + id + " would fail on rows that are there:\n"
                        + found.stream().map(DirtyData::describe).collect(Collectors.joining()));
    }

    private static void refuse(List<String> found) {
        if (!found.isEmpty()) {
            throw new MigrationException(String.join("", found)
                    + "Mend the rows and undo it again, or write down(QueryInterface) with steps that fit them.");
        }
    }
}
