package dev.fk.core.parity;

import java.util.SortedMap;
import java.util.TreeMap;

/** The text of a neutral form: tables at the margin, their parts below, and a line for what is said of each. */
final class NeutralText {
    private static final String HEAD = "# The neutral form of a schema, to be compared with that of other servers.\n";
    private static final String SERVER = "# server: ";
    private static final String TABLE = "table ";
    private static final String ITEM = "  ";
    private static final String FACT = "    ";

    private NeutralText() {}

    static String of(NeutralForm form) {
        StringBuilder text = new StringBuilder(HEAD);
        text.append(SERVER).append(form.dialect()).append('\n');
        form.tables().forEach((name, table) -> {
            text.append('\n').append(TABLE).append(escaped(name)).append('\n');
            table.items().forEach((item, facts) -> {
                text.append(ITEM).append(escaped(item)).append('\n');
                facts.forEach((fact, value) -> text.append(FACT)
                        .append(fact)
                        .append(": ")
                        .append(escaped(value))
                        .append('\n'));
            });
        });
        return text.toString();
    }

    static NeutralForm parse(String text) {
        String dialect = "";
        SortedMap<String, NeutralTable> tables = new TreeMap<>();
        String table = "";
        SortedMap<String, SortedMap<String, String>> items = new TreeMap<>();
        SortedMap<String, String> facts = new TreeMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            int colon = line.indexOf(": ");
            if (line.startsWith(SERVER)) {
                dialect = line.substring(SERVER.length()).strip();
            } else if (line.startsWith(TABLE)) {
                keep(tables, table, items);
                table = plain(line.substring(TABLE.length()));
                items = new TreeMap<>();
            } else if (line.startsWith(FACT) && colon > 0 && !items.isEmpty()) {
                facts.put(line.substring(FACT.length(), colon), plain(line.substring(colon + 2)));
            } else if (line.startsWith(ITEM) && !line.startsWith(FACT) && !table.isEmpty()) {
                facts = new TreeMap<>();
                items.put(plain(line.substring(ITEM.length())), facts);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalArgumentException("Line " + number + " is no part of a neutral form: '" + line
                        + "'. Let the form be written anew.");
            }
        }
        keep(tables, table, items);
        if (dialect.isEmpty()) {
            throw new IllegalArgumentException("No line says '" + SERVER
                    + "…'; this is no neutral form of a schema. Let the form be written anew.");
        }
        return new NeutralForm(dialect, tables);
    }

    private static void keep(
            SortedMap<String, NeutralTable> tables, String name, SortedMap<String, SortedMap<String, String>> items) {
        if (!name.isEmpty()) {
            tables.put(name, new NeutralTable(items));
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                char next = text.charAt(i);
                plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
