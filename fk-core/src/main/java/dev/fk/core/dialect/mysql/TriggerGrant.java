package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.QualifiedName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of SHOW GRANTS that let one see triggers: {@code GRANT SELECT, TRIGGER ON `shop`.* TO `ann`@`%`}. */
final class TriggerGrant {
    private static final String NAME = "(\\*|`(?:[^`]|``)*+`|\"(?:[^\"]|\"\")*+\")";
    private static final Pattern GRANT = Pattern.compile("GRANT (.+?) ON (?:TABLE )?" + NAME + "\\." + NAME + " TO .*");
    private static final Pattern PRIVILEGE = Pattern.compile("\\b(?:ALL PRIVILEGES|TRIGGER)\\b");
    private static final Pattern WILDCARD = Pattern.compile("\\\\(.)|([_%])|([^\\\\_%]+)");

    private TriggerGrant() {}

    /** @param table with its database */
    static boolean covers(String line, QualifiedName table) {
        Matcher grant = GRANT.matcher(line);
        return grant.matches()
                && PRIVILEGE.matcher(grant.group(1)).find()
                && isDatabase(grant.group(2), table.schema().orElseThrow())
                && (grant.group(3).equals("*") || unquoted(grant.group(3)).equals(table.name()));
    }

    /** Underscores and percent signs stand for others, as in LIKE, unless a backslash is before them. */
    private static boolean isDatabase(String granted, String database) {
        StringBuilder pattern = new StringBuilder();
        Matcher part = WILDCARD.matcher(unquoted(granted));
        while (part.find()) {
            if (part.group(2) != null) {
                pattern.append(part.group(2).equals("_") ? "." : ".*");
            } else {
                pattern.append(Pattern.quote(part.group(1) == null ? part.group(3) : part.group(1)));
            }
        }
        return granted.equals("*") || database.matches(pattern.toString());
    }

    private static String unquoted(String name) {
        if (name.equals("*")) {
            return name;
        }
        String quote = name.substring(0, 1);
        return name.substring(1, name.length() - 1).replace(quote + quote, quote);
    }
}
