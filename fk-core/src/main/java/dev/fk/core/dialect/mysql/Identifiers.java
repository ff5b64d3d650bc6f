package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.IdentifierRules;
import dev.fk.core.dialect.IdentifierRules.Case;
import dev.fk.core.schema.Names;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.StringJoiner;

/** Names as the MySQL family writes them. */
final class Identifiers {
    /** What both servers allow (error 1059 beyond it); characters, not bytes. */
    static final int MAX_CHARACTERS = 64;

    private Identifiers() {}

    /**
     * Of columns, constraints and indexes case is never part of the name (MySQL manual, 9.2.3), though it is kept; of
     * tables it depends on the file system.
     */
    static IdentifierRules rules(Settings settings) {
        Case tables = settings.ignoresCase() ? Case.IGNORED : Case.COUNTS;
        return new IdentifierRules(tables, Case.IGNORED, Case.IGNORED, "");
    }

    static String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    static String quote(QualifiedName name) {
        return name.schema().map(s -> quote(s) + ".").orElse("") + quote(name.name());
    }

    static String quote(List<String> names) {
        StringJoiner quoted = new StringJoiner(", ");
        names.forEach(n -> quoted.add(quote(n)));
        return quoted.toString();
    }

    static boolean fits(String name) {
        return name.codePointCount(0, name.length()) <= MAX_CHARACTERS;
    }

    /** A name the server accepts: too long ones end in a hash of the whole, so that they stay different. */
    static String shorten(String name) {
        return Names.shorten(name, Integer.MAX_VALUE, MAX_CHARACTERS);
    }
}
