package dev.fk.core.dialect.mysql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the catalog says about one table, view or sequence: the rows to each question. */
final class Answers {
    private final Map<Question, List<Row>> rows = new EnumMap<>(Question.class);

    private @Nullable Shown shown;

    /** Those to a question, for more of them. */
    List<Row> rows(Question question) {
        return rows.computeIfAbsent(question, q -> new ArrayList<>());
    }

    /** Those to questions that were asked later. */
    void add(Answers others) {
        rows.putAll(others.rows);
    }

    /** What SHOW CREATE TABLE says; absent where it was not asked for. */
    Optional<Shown> shown() {
        return Optional.ofNullable(shown);
    }

    void show(Shown definition) {
        this.shown = definition;
    }

    /** As they came. */
    List<Row> to(Question question) {
        return rows.getOrDefault(question, List.of());
    }

    /** In the order of their numbers. */
    List<Row> numbered(Question question) {
        return sorted(question, Comparator.comparingInt(Row::number));
    }

    /** In the order of one of their values. */
    List<Row> by(Label label, Question question) {
        return sorted(question, Comparator.comparing(r -> r.text(label)));
    }

    private List<Row> sorted(Question question, Comparator<Row> order) {
        List<Row> asTheyCame = to(question);
        if (asTheyCame.size() < 2) {
            return asTheyCame;
        }
        List<Row> ordered = new ArrayList<>(asTheyCame);
        ordered.sort(order);
        return ordered;
    }
}
