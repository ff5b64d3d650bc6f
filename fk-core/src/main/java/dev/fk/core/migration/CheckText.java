package dev.fk.core.migration;

import dev.fk.core.dialect.Sql;
import dev.fk.core.plan.DataCheck;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** A question to the rows as a text that the journal keeps; its parts lie between characters that no SQL needs. */
final class CheckText {
    private static final String NEXT_PART = "\u001e";
    private static final String NEXT_OF_LIST = "\u001f";

    private CheckText() {}

    static String of(DataCheck check) {
        return String.join(
                NEXT_PART,
                check.code(),
                check.table().schema().orElse(""),
                check.table().name(),
                list(check.columns()),
                check.thing(),
                check.things(),
                check.fact(),
                check.probe().text(),
                check.listing().text(),
                list(check.labels()),
                check.finding().text(),
                check.remedy());
    }

    static DataCheck read(String text) {
        String[] parts = text.split(NEXT_PART, -1);
        Optional<String> schema = Optional.of(parts[1]).filter(s -> !s.isEmpty());
        return new DataCheck(
                parts[0],
                new QualifiedName(schema, parts[2]),
                list(parts[3]),
                parts[4],
                parts[5],
                parts[6],
                new Sql(parts[7]),
                new Sql(parts[8]),
                list(parts[9]),
                new Sql(parts[10]),
                parts[11]);
    }

    private static String list(List<String> items) {
        return String.join(NEXT_OF_LIST, items);
    }

    private static List<String> list(String text) {
        return List.of(text.split(NEXT_OF_LIST, -1));
    }
}
