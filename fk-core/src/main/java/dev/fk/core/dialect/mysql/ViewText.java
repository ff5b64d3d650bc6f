package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Onlooker;
import dev.fk.core.schema.QualifiedName;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A view as the catalog has it, whatever the SQL mode: all names in backticks, tables with their database and, behind it,
 * their alias ({@code from `shop`.`users` `u`}), and columns behind the alias, or the table if it has none.
 *
 * @param defaultSchema where tables are that are named without a schema
 */
record ViewText(QualifiedName name, String text, String defaultSchema) implements Onlooker {
    private static final String ALIAS = "(?: (`(?:[^`]|``)++`))?";

    @Override
    public String describe() {
        return "view " + name;
    }

    @Override
    public Optional<QualifiedName> relation() {
        return Optional.of(name);
    }

    @Override
    public boolean goesWith(QualifiedName table) {
        return false;
    }

    @Override
    public boolean mentions(QualifiedName table) {
        return uses(table).find();
    }

    @Override
    public boolean mentions(QualifiedName table, String column) {
        Set<String> aliases = new TreeSet<>();
        Matcher uses = uses(table);
        while (uses.find()) {
            String alias = uses.group(1);
            aliases.add(Pattern.quote(alias == null ? Identifiers.quote(table.name()) : alias));
        }
        String any = aliases.stream().collect(Collectors.joining("|", "(?:", ")"));
        return !aliases.isEmpty()
                && pattern(any + "\\." + Pattern.quote(Identifiers.quote(column)))
                        .matcher(text)
                        .find();
    }

    private Matcher uses(QualifiedName table) {
        QualifiedName full = QualifiedName.of(table.schema().orElse(defaultSchema), table.name());
        return pattern(Pattern.quote(Identifiers.quote(full)) + ALIAS).matcher(text);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
