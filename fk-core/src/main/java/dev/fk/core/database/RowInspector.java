package dev.fk.core.database;

import dev.fk.core.plan.DataCheck;
import dev.fk.core.plan.Plan;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks the rows the questions of a plan: how much there is to each in one statement, and then, in one more, for the first
 * rows where there is something. A question that the server cannot answer (a division by zero in a check, a function that
 * is gone) is left to the statement of the plan, which says why; where no statement follows, it has to be {@link #demanding}.
 */
final class RowInspector {
    /** Servers take longer to parse ever longer unions. */
    private static final int AT_ONCE = 200;

    private final Connection connection;
    private final Deadline deadline;
    private final boolean demanding;

    RowInspector(Connection connection, Deadline deadline) {
        this(connection, deadline, false);
    }

    private RowInspector(Connection connection, Deadline deadline, boolean demanding) {
        this.connection = connection;
        this.deadline = deadline;
        this.demanding = demanding;
    }

    /** Takes no refusal for an answer: a timeout, a lock, a missing right. */
    RowInspector demanding() {
        return new RowInspector(connection, deadline, true);
    }

    /** A check and the step it belongs to. */
    private record Question(int step, DataCheck check) {}

    /** How much there is to a question. */
    private record Answer(Question question, long count) {}

    List<DirtyData> inspect(Plan plan) throws SQLException {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            for (DataCheck check : plan.steps().get(i).checks()) {
                questions.add(new Question(i, check));
            }
        }
        return asked(questions);
    }

    List<DirtyData> inspect(List<DataCheck> checks) throws SQLException {
        List<Question> questions = new ArrayList<>();
        for (DataCheck check : checks) {
            questions.add(new Question(questions.size(), check));
        }
        return asked(questions);
    }

    private List<DirtyData> asked(List<Question> questions) throws SQLException {
        List<Answer> dirty = new ArrayList<>();
        for (int i = 0; i < questions.size(); i += AT_ONCE) {
            dirty.addAll(counted(questions.subList(i, Math.min(i + AT_ONCE, questions.size()))));
        }
        List<DirtyData> found = new ArrayList<>();
        for (int i = 0; i < dirty.size(); i += AT_ONCE) {
            found.addAll(listed(dirty.subList(i, Math.min(i + AT_ONCE, dirty.size()))));
        }
        return found;
    }

    private List<Answer> counted(List<Question> questions) throws SQLException {
        Optional<List<List<Optional<String>>>> rows = ask(union(
                questions, 2, q -> "SELECT COUNT(*) AS c0 FROM (" + q.check().probe() + ") AS probed", q -> 1));
        if (rows.isEmpty()) {
            List<Answer> answers = new ArrayList<>();
            for (Question question : questions.size() > 1 ? questions : List.<Question>of()) {
                answers.addAll(counted(List.of(question)));
            }
            return answers;
        }
        List<Answer> answers = new ArrayList<>();
        List<List<Optional<String>>> inOrder = new ArrayList<>(rows.get());
        inOrder.sort(Comparator.comparing(RowInspector::index));
        for (List<Optional<String>> row : inOrder) {
            long count = Long.parseLong(row.get(1).orElse("0"));
            if (count > 0) {
                answers.add(new Answer(questions.get(index(row)), count));
            }
        }
        return answers;
    }

    private List<DirtyData> listed(List<Answer> answers) throws SQLException {
        Function<Answer, Integer> width = a -> a.question().check().labels().size();
        int widest = answers.stream().mapToInt(width::apply).max().orElse(0);
        Optional<List<List<Optional<String>>>> rows = ask(
                union(answers, widest + 1, a -> a.question().check().listing().text(), width));
        Map<Integer, List<List<Optional<String>>>> byAnswer = new HashMap<>();
        for (List<Optional<String>> row : rows.orElse(List.of())) {
            int index = index(row);
            byAnswer.computeIfAbsent(index, i -> new ArrayList<>())
                    .add(row.subList(1, 1 + width.apply(answers.get(index))));
        }
        List<DirtyData> found = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            found.add(new DirtyData(
                    answer.question().step(),
                    answer.question().check(),
                    answer.count(),
                    byAnswer.getOrDefault(i, List.of())));
        }
        return found;
    }

    private static int index(List<Optional<String>> row) {
        return Integer.parseInt(row.get(0).orElse("0"));
    }

    /** One statement for all: the number of the question, and as many columns for each as the widest has. */
    private static <T> String union(List<T> asked, int columns, Function<T, String> query, Function<T, Integer> width) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < asked.size(); i++) {
            sql.append(i == 0 ? "SELECT " : " UNION ALL SELECT ").append(i).append(" AS question");
            int own = width.apply(asked.get(i));
            for (int column = 0; column < columns - 1; column++) {
                sql.append(column < own ? ", c" + column : ", NULL");
            }
            sql.append(" FROM (").append(query.apply(asked.get(i))).append(") AS answer");
        }
        return sql.toString();
    }

    /** Absent if the server cannot say; a transaction that somebody else has begun goes on as if nothing was asked. */
    private Optional<List<List<Optional<String>>>> ask(String sql) throws SQLException {
        if (sql.isEmpty()) {
            return Optional.of(List.of());
        }
        if (deadline.isOver()) {
            return Optional.empty();
        }
        Optional<Savepoint> savepoint =
                connection.getAutoCommit() ? Optional.empty() : Optional.of(connection.setSavepoint());
        try {
            List<List<Optional<String>>> rows = rows(sql);
            if (savepoint.isPresent()) {
                connection.releaseSavepoint(savepoint.get());
            }
            return Optional.of(rows);
        } catch (SQLException refused) {
            if (savepoint.isPresent()) {
                connection.rollback(savepoint.get());
            }
            if (demanding) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    private List<List<Optional<String>>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            deadline.limit(statement);
            List<List<Optional<String>>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<Optional<String>> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        row.add(Optional.ofNullable(result.getString(i)));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}
