package dev.fk.junit.provision.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of the template.
 *
 * @param create what the server says would create it, with its next AUTO_INCREMENT
 * @param checksum of its rows
 */
record MySqlTable(String create, String checksum) {
    /** What to ask; {@link #of} reads the answers. */
    static List<String> questions(String database, List<String> tables) {
        List<String> questions = new ArrayList<>();
        questions.add("SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED");
        for (String table : tables) {
            String name = MySqlNames.quoted(database, table);
            questions.add("CHECKSUM TABLE " + name);
            questions.add("SHOW CREATE TABLE " + name);
        }
        return questions;
    }

    static List<MySqlTable> of(MySqlAnswers answers, String database, int tables) {
        List<MySqlTable> all = new ArrayList<>();
        for (int i = 0; i < tables; i++) {
            String checksum = answers.rows(2 * i + 1).get(0).get(1);
            List<String> create = answers.rows(2 * i + 2).get(0);
            all.add(new MySqlTable(String.join("\t", create).replace(database, "fk"), checksum));
        }
        return all;
    }

    /** What makes a table of this name like it that somebody has written to, session and database being set. */
    List<String> cleaning(String name, boolean few, List<String> rows) {
        String quoted = MySqlNames.quoted(name);
        List<String> statements = new ArrayList<>();
        // deleting changes neither the next key nor what a system-versioned table remembers
        boolean deletes = few
                && create.contains("ENGINE=InnoDB")
                && !create.contains("AUTO_INCREMENT")
                && !create.contains("SYSTEM VERSIONING");
        statements.add(deletes ? "DELETE FROM " + quoted : "TRUNCATE TABLE " + quoted);
        statements.addAll(rows);
        nextKey(quoted).ifPresent(next -> statements.add("ALTER TABLE " + quoted + " AUTO_INCREMENT = " + next));
        return statements;
    }

    private Optional<String> nextKey(String quoted) {
        return MySqlState.nextKey(create, quoted);
    }

    /** Those of these statements that {@link MySqlWitness} has to know of. */
    static int ddl(List<String> statements) {
        return (int) statements.stream()
                .filter(sql -> sql.startsWith("TRUNCATE ") || sql.startsWith("ALTER "))
                .count();
    }
}
