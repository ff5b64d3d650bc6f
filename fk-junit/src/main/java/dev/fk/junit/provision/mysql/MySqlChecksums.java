package dev.fk.junit.provision.mysql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the server counts nothing that could be relied on: a checksum of each table's rows, those included that are not
 * committed yet, and its next AUTO_INCREMENT; and the next value of each sequence.
 *
 * @param keys whether to look at the next AUTO_INCREMENT, for which MySQL opens each table
 * @param isMariaDb whether what the server tells of AUTO_INCREMENT is never of yesterday
 */
record MySqlChecksums(Collection<String> tables, Collection<String> sequences, boolean keys, boolean isMariaDb)
        implements MySqlTraces {
    private static final String NEXT_KEYS =
            "SELECT TABLE_NAME, AUTO_INCREMENT FROM information_schema.TABLES WHERE TABLE_SCHEMA = '%s' AND AUTO_INCREMENT > 1";

    @Override
    public List<String> questions(String database) {
        List<String> questions = new ArrayList<>();
        questions.add("SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED");
        questions.add(isMariaDb || !keys ? "DO 0" : "SET SESSION information_schema_stats_expiry = 0");
        questions.add(keys ? NEXT_KEYS.formatted(database) : "DO 0");
        questions.add(
                tables.isEmpty()
                        ? "DO 0"
                        : tables.stream()
                                .map(table -> MySqlNames.quoted(database, table))
                                .collect(Collectors.joining(", ", "CHECKSUM TABLE ", "")));
        sequences.forEach(
                name -> questions.add("SELECT next_not_cached_value FROM " + MySqlNames.quoted(database, name)));
        return questions;
    }

    @Override
    public Map<String, String> of(MySqlAnswers answers) {
        Map<String, String> nextKeys = new HashMap<>();
        answers.rows(2).forEach(row -> nextKeys.put(row.get(0), row.get(1)));
        Map<String, String> traces = new HashMap<>();
        int i = 0;
        for (String table : tables) {
            traces.put(table, answers.rows(3).get(i++).get(1) + " " + nextKeys.getOrDefault(table, "1"));
        }
        i = 4;
        for (String sequence : sequences) {
            traces.put(sequence, answers.rows(i++).toString());
        }
        return traces;
    }

    @Override
    public boolean mayHideCascade(String before, String now) {
        return false;
    }

    @Override
    public boolean areOfFewRows(String before, String now) {
        return false;
    }

    @Override
    public boolean areOfContent() {
        return true;
    }
}
