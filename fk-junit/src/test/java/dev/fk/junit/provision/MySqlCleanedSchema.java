package dev.fk.junit.provision;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** @param sequences whether the server has them */
record MySqlCleanedSchema(boolean sequences) implements CleanedSchema {
    @Override
    public List<String> statements() {
        List<String> statements = new ArrayList<>(List.of(
                "CREATE TABLE team (id int AUTO_INCREMENT PRIMARY KEY, name varchar(40) UNIQUE, lead_id int)",
                "CREATE TABLE player (id int AUTO_INCREMENT PRIMARY KEY, team_id int NOT NULL, name text,"
                        + " length int AS (char_length(name)) STORED, FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE CASCADE)"
                        + " AUTO_INCREMENT = 70",
                "ALTER TABLE team ADD FOREIGN KEY (lead_id) REFERENCES player (id)",
                "CREATE TABLE `odd ``name` (`a b` int, t text COMMENT 'two\nlines', j json)",
                "CREATE TABLE log (id int AUTO_INCREMENT PRIMARY KEY, what text) COMMENT 'AUTO_INCREMENT=5'",
                "CREATE TABLE many (id int PRIMARY KEY, text varchar(40))",
                "CREATE TABLE fan (id int PRIMARY KEY, team_id int,"
                        + " FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE SET NULL ON UPDATE CASCADE)",
                "CREATE TABLE badge (fan_id int, FOREIGN KEY (fan_id) REFERENCES fan (id) ON DELETE CASCADE)",
                "INSERT INTO team (name) VALUES ('o''ne'), ('two'), (NULL)",
                "INSERT INTO fan VALUES (1, 1), (2, 3), (3, 3)",
                "INSERT INTO badge VALUES (3), (1), (3)",
                "DELETE FROM team WHERE name = 'two'",
                "INSERT INTO `odd ``name` VALUES (2, 'x', '{\"a\": 1}'), (1, NULL, NULL)",
                "CREATE VIEW names AS SELECT id, name FROM team"));
        if (sequences) {
            statements.add("CREATE SEQUENCE free START 5");
        }
        return statements;
    }

    private static final List<String> ROWS = List.of(
            "INSERT INTO team (name) VALUES ('new #')",
            "INSERT INTO team VALUES (#, 'given', NULL)",
            "INSERT INTO names (name) VALUES ('through a view #')",
            "INSERT INTO player (team_id, name) SELECT max(id), 'p #' FROM team",
            "UPDATE team SET name = concat(name, '#') WHERE id = 1",
            "UPDATE team SET lead_id = (SELECT max(id) FROM player)",
            "DELETE FROM team WHERE name LIKE 'new%'",
            "DELETE FROM player",
            "DELETE FROM team WHERE id = 1",
            "UPDATE team SET id = 10# WHERE id = 3",
            "REPLACE INTO team VALUES (3, 'replaced #', NULL)",
            "DELETE FROM fan WHERE id = 3",
            "UPDATE fan SET team_id = 1",
            "INSERT INTO badge VALUES (2)",
            "INSERT IGNORE INTO team (name) VALUES ('o''ne')",
            "INSERT INTO team (name) VALUES ('o''ne') ON DUPLICATE KEY UPDATE name = 'again #'",
            "INSERT INTO badge SELECT 1 FROM information_schema.COLLATIONS a, information_schema.COLLATIONS b LIMIT 1500",
            "START TRANSACTION; INSERT INTO team (name) VALUES ('never'); ROLLBACK",
            "INSERT INTO log (what) VALUES ('#')",
            "DELETE FROM log",
            "TRUNCATE log",
            "DELETE FROM `odd ``name` WHERE `a b` = 2",
            "INSERT INTO `odd ``name` VALUES (#, 'y', '[]')",
            "INSERT INTO many VALUES (#, 'x')",
            "SELECT count(*) FROM team",
            "ALTER TABLE log AUTO_INCREMENT = #");

    private static final List<String> ANYTHING = List.of(
            "CREATE TABLE more# (id int)",
            "ALTER TABLE log ADD COLUMN c# int",
            "DROP TABLE many",
            "TRUNCATE fan",
            "TRUNCATE badge",
            "ANALYZE TABLE team",
            "FLUSH TABLES",
            "PREPARE s FROM 'CREATE TABLE prepared# (id int)'; EXECUTE s",
            "CREATE PROCEDURE p#() CREATE TABLE called# (id int); CALL p#(); DROP PROCEDURE p#",
            "ALTER TABLE team COMMENT 'x #'",
            "ALTER TABLE log COMMENT 'AUTO_INCREMENT=#'",
            "ALTER DATABASE CHARACTER SET ascii",
            "CREATE TEMPORARY TABLE t# (id int); INSERT INTO t# VALUES (1)",
            "CREATE TRIGGER t# BEFORE INSERT ON team FOR EACH ROW SET NEW.name = 'z'",
            "CREATE FUNCTION f#() RETURNS int DETERMINISTIC RETURN 1",
            "CREATE INDEX i# ON player (name(5))",
            "ALTER TABLE log ENGINE = MyISAM",
            "SELECT NEXT VALUE FOR free",
            "CREATE EVENT e# ON SCHEDULE EVERY 1 YEAR DO SELECT 1");

    @Override
    public List<String> changes(Random random, boolean rows) {
        return CleanedSchema.draw(random, rows, ROWS, ANYTHING).stream()
                .flatMap(sql -> Stream.of(sql.split("; ", -1)))
                .toList();
    }

    @Override
    public List<String> snapshot(Connection connection) throws SQLException {
        List<String> queries = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT TABLE_NAME FROM information_schema.TABLES"
                        + " WHERE TABLE_SCHEMA = database() AND TABLE_TYPE = 'BASE TABLE' ORDER BY 1")) {
            while (row.next()) {
                tables.add("`" + row.getString(1).replace("`", "``") + "`");
            }
        }
        for (String table : tables) {
            queries.add("SELECT * FROM " + table);
            queries.add("SHOW CREATE TABLE " + table);
        }
        queries.add(
                "SELECT DEFAULT_CHARACTER_SET_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = database()");
        for (String programs : List.of("ROUTINE", "TRIGGER", "EVENT")) {
            queries.add("SELECT " + programs + "_NAME FROM information_schema." + programs + "S WHERE " + programs
                    + "_SCHEMA = database() ORDER BY 1");
        }
        if (sequences) {
            queries.add("SELECT next_not_cached_value FROM free");
        }
        return queries;
    }
}
