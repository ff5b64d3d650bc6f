package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Options;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What SHOW CREATE TABLE says and {@code information_schema} does not: periods, how the past of rows is kept in partitions,
 * what indexes of words and vectors are made with, and bytes behind a zero.
 */
final class Shown {
    private static final String PERIOD = "PERIOD FOR `";
    private static final String OVERLAPS = "WITHOUT OVERLAPS";
    private static final String PARTITIONS = "PARTITION BY ";
    /** Where MySQL begins to show partitions. */
    private static final String VERSION = "/*!50100 " + PARTITIONS;

    private static final Pattern MARK = Pattern.compile("\\s*/\\*!\\d+|\\s*\\*/");
    /** Up to what it is on. */
    private static final Pattern INDEX =
            Pattern.compile("(?:PRIMARY KEY|(?:(?:UNIQUE|FULLTEXT|VECTOR) )?KEY `((?:[^`]|``)++)`) (?=\\()");

    private static final Pattern COMMENT = Pattern.compile("COMMENT '(?:[^'\\\\]|''|\\\\.)*+'");
    private static final Pattern PARSER = Pattern.compile("WITH PARSER `([^`]+)`");
    private static final Pattern OPTION = Pattern.compile("`(\\w+)`='([^']*)'");

    /** The catalog has them. MariaDB 10.11.18 does not double a backtick in the name of a column there. */
    private static final Pattern FOREIGN_KEY = Pattern.compile("\\R  CONSTRAINT `.*` FOREIGN KEY .*");

    private final List<String> elements;
    private final String options;

    Shown(String shown) {
        String createTable = FOREIGN_KEY.matcher(shown).replaceAll("");
        int open = createTable.indexOf('(', SqlText.end(createTable, createTable.indexOf('`')));
        int close = SqlText.closing(createTable, open);
        this.elements = Definition.split(createTable.substring(open + 1, close));
        this.options = createTable.substring(close + 1);
    }

    /** Columns, keys, checks. */
    List<String> elements() {
        return elements;
    }

    /** Of the table or of a column. */
    boolean hasChecks() {
        return elements.stream().anyMatch(Shown::isChecked);
    }

    private static boolean isChecked(String element) {
        for (int i = 0; i < element.length(); ) {
            if (element.startsWith(" CHECK (", i)) {
                return true;
            }
            i = element.charAt(i) == '(' ? SqlText.closing(element, i) + 1 : SqlText.end(element, i);
        }
        return false;
    }

    Optional<Period> period() {
        return elements.stream()
                .filter(e -> e.startsWith(PERIOD))
                .flatMap(e -> Period.of(e.substring(PERIOD.length() - 1)).stream())
                .findFirst();
    }

    /** What stands behind DEFAULT; an expression of it is not in parentheses of its own. */
    Optional<String> defaultOf(String column) {
        String start = Identifiers.quote(column) + " ";
        return elements.stream().filter(e -> e.startsWith(start)).findFirst().flatMap(Definition::defaultOf);
    }

    /** What the catalog does not say of an index, that of the primary key being called {@code PRIMARY}. */
    Options ofIndex(String name) {
        for (String element : elements) {
            Matcher index = INDEX.matcher(element);
            if (index.lookingAt() && name.equals(named(index))) {
                return options(element.substring(index.end()));
            }
        }
        return Options.none();
    }

    private static String named(Matcher index) {
        return index.group(1) == null ? TableRows.PRIMARY : index.group(1).replace("``", "`");
    }

    /** {@code (`a`, `p` WITHOUT OVERLAPS)}, {@code (`v`) `m`='6'}, {@code (`a`) /*!50100 WITH PARSER `ngram` *}{@code /}. */
    private Options options(String index) {
        int close = SqlText.closing(index, 0);
        String after = COMMENT.matcher(index.substring(close)).replaceFirst("");
        Options found = Options.none();
        if (index.substring(0, close).endsWith(OVERLAPS) && period().isPresent()) {
            found = found.with(IndexSql.WITHOUT_OVERLAPS, period().get().name());
        }
        Matcher parser = PARSER.matcher(after);
        if (parser.find()) {
            found = found.with(IndexSql.PARSER, parser.group(1));
        }
        Matcher option = OPTION.matcher(after);
        while (option.find()) {
            String key = option.group(1).toLowerCase(Locale.ROOT);
            found = IndexSql.OF_VECTORS.contains(key) ? found.with(key, option.group(2)) : found;
        }
        return found;
    }

    /** What follows PARTITION BY where MariaDB shows it. */
    Optional<String> partitions() {
        return options.contains(VERSION) ? Optional.empty() : partitionsInFull();
    }

    /** The same where MySQL does, in comments that it reads: {@code /*!50100 PARTITION BY KEY *}{@code / /*!50611 ALGORITHM = 1 *}{@code /}. */
    Optional<String> partitionsInFull() {
        StringBuilder clause = new StringBuilder();
        for (int i = Math.max(options.indexOf(PARTITIONS), 0); i < options.length(); ) {
            int end = SqlText.end(options, i);
            Matcher mark = MARK.matcher(options).region(i, options.length());
            if (mark.lookingAt()) {
                end = mark.end();
            } else {
                clause.append(options, i, end);
            }
            i = end;
        }
        return Optional.of(clause.toString())
                .filter(c -> c.startsWith(PARTITIONS))
                .map(c -> c.substring(PARTITIONS.length()).strip());
    }
}
