package dev.fk.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.testing.Golden;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Case by case, where an alter ended: in what the model says, or in a refusal that says why. */
final class AlterVerdicts {
    private final SortedMap<String, String> verdicts = new ConcurrentSkipListMap<>();

    static boolean concerns(Case theCase) {
        return theCase.id().startsWith("alter-");
    }

    /** @param reached whether the catalog is that of creating the same models from scratch */
    void add(Case theCase, Outcome outcome, boolean reached, CaseRunner runner) {
        String sequelize = outcome.differences().isEmpty() ? "so does Sequelize" : "Sequelize does not";
        String verdict = verdict(theCase, reached, runner);
        verdicts.put(theCase.id(), verdict + "\t" + sequelize);
    }

    private static String verdict(Case theCase, boolean reached, CaseRunner runner) {
        if (reached) {
            return "ends in what the model says";
        }
        List<String> refusals = runner.refusals();
        if (!refusals.isEmpty()) {
            return "refused: "
                    + refusals.get(refusals.size() - 1)
                            .lines()
                            .findFirst()
                            .orElse("")
                            .replaceAll("\\w+\\.java:\\d+", "<site>")
                            .replaceAll("(PostgreSQL|MySQL|MariaDB) \\d+(\\.\\d+)+", "$1")
                            .replaceAll("#sql-[\\w-]+", "<table>")
                            .replaceAll("conn=\\d+", "conn=…")
                            .replaceAll("fk_[0-9a-f]{8}", "<database>");
        }
        if (!theCase.endsWithAlter()) {
            return "is a plain sync in the end, which alters nothing";
        }
        assertThat(theCase.alterKeepsSurplus())
                .as("%s ends neither in what the model says nor in a refusal", theCase.id())
                .isTrue();
        return "ends in what the model says, beside what it does not mention (drop: false)";
    }

    void check(String dialect) throws IOException {
        StringBuilder text = new StringBuilder();
        verdicts.forEach(
                (id, verdict) -> text.append(id).append('\t').append(verdict).append('\n'));
        Golden.assertEqual("conformance/alter-" + dialect + ".tsv", text.toString());
    }
}
