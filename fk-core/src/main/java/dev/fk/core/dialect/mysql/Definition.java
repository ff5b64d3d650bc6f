package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What SHOW CREATE TABLE says, taken apart just as far as expressions are concerned. */
final class Definition {
    /** What the checks and indexes with expressions are called meanwhile, so that they can be told apart. */
    static final String CHECK = "fk_check_";

    static final String INDEX = "fk_index_";

    private static final String DEFAULT = "DEFAULT ";
    private static final String COMPUTED = "GENERATED ALWAYS AS ";

    private final Map<String, String> columns = new HashMap<>();
    private final Map<String, String> others = new HashMap<>();

    Definition(String createTable) {
        int open = createTable.indexOf('(', SqlText.end(createTable, createTable.indexOf('`')));
        for (String element : split(createTable.substring(open + 1, SqlText.closing(createTable, open)))) {
            int quote = element.indexOf('`');
            int end = SqlText.end(element, Math.max(quote, 0));
            if (quote >= 0) {
                String name = element.substring(quote + 1, end - 1).replace("``", "`");
                (quote == 0 ? columns : others).put(name, element.substring(end).strip());
            }
        }
    }

    /** The parts between commas that are in no parentheses, strings or names. */
    static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < list.length(); ) {
            int end = list.charAt(i) == '(' ? SqlText.closing(list, i) + 1 : SqlText.end(list, i);
            if (list.charAt(i) == ',') {
                parts.add(list.substring(start, i).strip());
                start = end;
            }
            i = end;
        }
        parts.add(list.substring(start).strip());
        return parts;
    }

    /** The table with its expressions as they stand here. */
    Table inWordsOfTheServer(Table wanted) {
        List<Check> checks = new ArrayList<>();
        for (Check check : wanted.checks()) {
            checks.add(check(check, CHECK + checks.size()));
        }
        List<Index> indexes = new ArrayList<>();
        int expressions = 0;
        for (Index index : wanted.indexes()) {
            boolean concerned = index.parts().stream().anyMatch(IndexPart::isExpression);
            indexes.add(concerned ? index(index, INDEX + expressions++) : index);
        }
        return wanted.withColumns(wanted.columns().stream().map(this::column).toList())
                .withChecks(checks)
                .withIndexes(indexes);
    }

    private Check check(Check wanted, String name) {
        String element = others.getOrDefault(name, "");
        return inParentheses(element, element.indexOf('('))
                .map(sql -> new Check(
                        wanted.name(), new Expression(SqlText.normalize(sql)), wanted.enforcement(), wanted.options()))
                .orElse(wanted);
    }

    private Index index(Index wanted, String name) {
        String element = others.getOrDefault(name, "");
        List<String> shown = inParentheses(element, element.indexOf('('))
                .map(Definition::split)
                .orElse(List.of());
        if (shown.size() != wanted.parts().size()) {
            return wanted;
        }
        List<IndexPart> parts = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            IndexPart part = wanted.parts().get(i);
            String text = shown.get(i);
            parts.add(
                    part.isExpression()
                            ? part.withText(
                                    SqlText.normalize(inParentheses(text, 0).orElse(part.text())))
                            : part);
        }
        return new Index(wanted.name(), parts, wanted.unique(), wanted.method(), wanted.where(), wanted.options());
    }

    private Column column(Column wanted) {
        String element = columns.getOrDefault(wanted.name(), "");
        if (wanted.generation() instanceof Generation.Computed computed) {
            int start = element.indexOf(COMPUTED);
            return inParentheses(element, start < 0 ? -1 : start + COMPUTED.length())
                    .map(sql -> wanted.withGeneration(
                            new Generation.Computed(new Expression(SqlText.normalize(sql)), computed.storage())))
                    .orElse(wanted);
        }
        if (wanted.generation() instanceof Generation.Default) {
            return defaultOf(element)
                    .map(sql -> wanted.withGeneration(Defaults.canonical(wanted.type(), sql)))
                    .orElse(wanted);
        }
        return wanted;
    }

    /** A literal, {@code CURRENT_TIMESTAMP(6)} or an expression; MariaDB leaves calls without parentheses. */
    static Optional<String> defaultOf(String element) {
        for (int i = 0; i < element.length(); i = SqlText.end(element, i)) {
            if (element.startsWith(DEFAULT, i)) {
                int start = i + DEFAULT.length();
                int end = start;
                while (end < element.length() && !Character.isWhitespace(element.charAt(end))) {
                    end = element.charAt(end) == '(' ? SqlText.closing(element, end) + 1 : SqlText.end(element, end);
                }
                return Optional.of(element.substring(start, end));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inParentheses(String text, int open) {
        if (open < 0 || open >= text.length() || text.charAt(open) != '(') {
            return Optional.empty();
        }
        return Optional.of(text.substring(open + 1, SqlText.closing(text, open)));
    }
}
