package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Onlooker;
import dev.fk.core.dialect.Onlookers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Views and triggers by their texts. MySQL 9.7.4 and MariaDB 11.8.9 drop or rename what they use without a word; a view then
 * fails with error 1356, a statement that fires a trigger with 1054 or 1146.
 */
record MySqlOnlookers(Settings settings) implements Onlookers {
    @Override
    public List<Onlooker> read(Connection connection, CatalogScope scope) throws SQLException {
        List<Onlooker> views = new ArrayList<>();
        List<Onlooker> triggers = new ArrayList<>();
        String schema = settings.info().defaultSchema();
        new Catalog(connection, settings, scope)
                .ask(Question.VIEW_TEXTS, Question.TRIGGER_TEXTS)
                .forEach((table, answers) -> {
                    answers.to(Question.VIEW_TEXTS)
                            .forEach(r -> views.add(new ViewText(table, r.text("body"), schema)));
                    answers.to(Question.TRIGGER_TEXTS, r -> r.text("k"))
                            .forEach(r -> triggers.add(new TriggerText(table, r.text("k"), r.text("body"))));
                });
        return Stream.concat(views.stream(), triggers.stream()).toList();
    }
}
