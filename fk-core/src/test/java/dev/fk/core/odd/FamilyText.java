package dev.fk.core.odd;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What MySQL and MariaDB show of a table and its triggers, but where AUTO_INCREMENT stands, in which order indexes do, and
 * what is said though it is so anyway, or an engine takes it without a meaning for it.
 */
final class FamilyText {
    private FamilyText() {}

    static String of(Database database, String table) {
        String quoted = '`' + table.replace("`", "``") + '`';
        String shown = String.valueOf(
                database.query(new Sql("SHOW CREATE TABLE " + quoted)).get(0).get("Create Table"));
        boolean other = shown.contains("ENGINE=MEMORY");
        List<String> lines = shown.replaceAll(
                        " AUTO_INCREMENT=\\d+| TRANSACTIONAL=1| ON (DELETE|UPDATE) (RESTRICT|NO ACTION)", "")
                .lines()
                .map(l -> other ? l : l.replace(" USING BTREE", ""))
                .map(l -> l.replaceAll("^(  [^`].*) KEY_BLOCK_SIZE=\\d+", "$1"))
                .map(l -> l.replaceFirst(",$", ""))
                .toList();
        Stream<String> columns = lines.stream().filter(l -> l.startsWith("  `"));
        Stream<String> others = lines.stream().filter(l -> !l.startsWith("  `")).sorted();
        Stream<String> triggers = database
                .query(new Sql(
                        "SELECT trigger_name, event_manipulation, action_timing, action_statement, sql_mode, definer"
                                + " FROM information_schema.triggers WHERE trigger_schema = DATABASE()"
                                + " ORDER BY action_timing, event_manipulation, action_order"))
                .stream()
                .map(Object::toString);
        return Stream.of(columns, others, triggers).flatMap(s -> s).collect(Collectors.joining("\n"));
    }
}
