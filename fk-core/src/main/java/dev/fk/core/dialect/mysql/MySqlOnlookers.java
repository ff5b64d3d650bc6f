package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Onlooker;
import dev.fk.core.dialect.Onlookers;
import dev.fk.core.dialect.Program;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Views and programs by their texts. MySQL 9.7.4 and MariaDB 11.8.9 drop or rename what they use without a word; a view then
 * fails with error 1356, and so does one that selects from it; a program fails with 1054 or 1146.
 */
record MySqlOnlookers(Settings settings) implements Onlookers {
    @Override
    public List<Onlooker> read(Connection connection, CatalogScope scope) throws SQLException {
        List<Onlooker> views = new ArrayList<>();
        List<Onlooker> triggers = new ArrayList<>();
        List<Onlooker> routines = new ArrayList<>();
        String schema = settings.info().defaultSchema();
        new Catalog(connection, settings, scope)
                .ask(Question.VIEW_TEXTS, Question.TRIGGER_TEXTS, Question.ROUTINE_TEXTS)
                .forEach((name, answers) -> {
                    answers.to(Question.VIEW_TEXTS)
                            .forEach(r -> views.add(new ViewText(name, r.text(Label.BODY), schema)));
                    answers.by(Label.K, Question.TRIGGER_TEXTS).forEach(r -> triggers.add(trigger(name, r)));
                    answers.by(Label.KIND, Question.ROUTINE_TEXTS).forEach(r -> routines.add(routine(name, r)));
                });
        return Stream.of(views, triggers, routines).flatMap(List::stream).toList();
    }

    private static Program trigger(QualifiedName table, Row row) {
        return new Program("trigger", table.withName(row.text(Label.K)), row.text(Label.BODY), Set.of(table));
    }

    private static Program routine(QualifiedName name, Row row) {
        return new Program(row.text(Label.KIND).toLowerCase(Locale.ROOT), name, row.text(Label.BODY), Set.of());
    }
}
