package dev.fk.core.dialect.mysql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the catalog says about one table, view or sequence: the rows to each question. */
final class Answers {
    private final Map<Question, List<Row>> rows = new EnumMap<>(Question.class);

    /** Those to a question, for more of them. */
    List<Row> rows(Question question) {
        return rows.computeIfAbsent(question, q -> new ArrayList<>());
    }

    /** As they came. */
    List<Row> to(Question question) {
        return rows.getOrDefault(question, List.of());
    }

    <T extends Comparable<T>> List<Row> to(Question question, Function<Row, T> order) {
        List<Row> ordered = new ArrayList<>(to(question));
        ordered.sort(Comparator.comparing(order));
        return ordered;
    }
}
