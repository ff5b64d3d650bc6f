package dev.fk.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.testing.EachServer;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A dropped table comes back as the server showed it before, word for word. */
@Tag("thorough")
class DroppedAndBackTest {
    private static final Migration DROP = new Step("1-drop", q -> q.dropTable("t"));

    private static final List<String> FAMILY = List.of(
            "(id INT PRIMARY KEY, a TEXT, `b(` TEXT, FULLTEXT KEY f (a), FULLTEXT KEY `g``(` (`b(`) COMMENT 'WITH PARSER `x`')",
            "(v VARBINARY(8) DEFAULT 0x610062, w VARBINARY(8) DEFAULT 0x0041, x VARBINARY(9) DEFAULT 'a\\\\b''c',"
                    + " y VARBINARY(9) DEFAULT 0x22275C00250A0D, z BINARY(4) DEFAULT 0x00000001)",
            "(id INT, a INT, PRIMARY KEY USING BTREE (id), UNIQUE USING BTREE (a), KEY (a, id)) ENGINE=MEMORY",
            "(id INT, y INT) PARTITION BY LIST (id) (PARTITION p0 VALUES IN (0), PARTITION p1 VALUES IN (NULL, 2))",
            "(id INT, y INT) PARTITION BY LIST COLUMNS (id, y) (PARTITION p0 VALUES IN ((1, 2), (NULL, 3)))",
            "(`Ünï` INT, v VARCHAR(40) AS (CONCAT(`Ünï`, 'geöffnet')), d VARCHAR(20) DEFAULT (CONCAT('é', '漢')),"
                    + " CONSTRAINT `offen?` CHECK (v <> 'ä`漢' OR `Ünï` > 0))",
            "(id INT, y INT) PARTITION BY RANGE (id) (PARTITION Pa VALUES LESS THAN (10) MAX_ROWS = 10, PARTITION `p B` VALUES LESS THAN MAXVALUE)",
            "(id INT, y INT) PARTITION BY LINEAR KEY ALGORITHM = 1 (id) PARTITIONS 2",
            "(id INT, y INT) PARTITION BY RANGE (id) SUBPARTITION BY HASH (y) (PARTITION p0 VALUES LESS THAN (10)"
                    + " (SUBPARTITION s0 COMMENT = 'SUBPARTITION \"X\"', SUBPARTITION S1))");

    private static final Map<String, List<String>> OTHERS = Map.of(
            "mysql",
            List.of(
                    "(id INT PRIMARY KEY, `a(` TEXT, FULLTEXT KEY `f``(` (`a(`) COMMENT 'it''s (' WITH PARSER ngram)",
                    "(id INT PRIMARY KEY, a VARBINARY(16) DEFAULT 0x00FF)",
                    "(id INT, a VARBINARY(16) DEFAULT 0x00FF) PARTITION BY LIST (id) (PARTITION p0 VALUES IN (1, 2))",
                    "(`k l` INT, a INT COLUMN_FORMAT DYNAMIC COMMENT 'STORAGE ', b INT STORAGE MEMORY NOT NULL, KEY ((CONCAT(a, 'ö'))))",
                    "(id INT PRIMARY KEY, a VARBINARY(16) DEFAULT (UUID_TO_BIN(UUID())), b BINARY(3) DEFAULT 'é')"),
            "mariadb",
            List.of(
                    "(id INT PRIMARY KEY, a VARBINARY(16) DEFAULT 0x00FF, `ü` BINARY(4) DEFAULT 0x27FE5C3F, c VARBINARY(2) DEFAULT '?')",
                    "(id INT PRIMARY KEY) PAGE_COMPRESSED=1",
                    "(id INT, y INT) PARTITION BY LIST (id) (PARTITION p0 VALUES IN (1, 2), PARTITION p1 DEFAULT)",
                    "(id INT, y INT) PARTITION BY LIST COLUMNS (id, y) (PARTITION p0 VALUES IN ((1, 2)), PARTITION p1 DEFAULT)"),
            "mariadb:11.8",
            List.of(
                    "(id INT PRIMARY KEY, v VECTOR(3) NOT NULL, VECTOR INDEX near (v))",
                    "(id INT PRIMARY KEY, v VECTOR(3) NOT NULL, VECTOR INDEX (v) COMMENT '`m`=''7''' m=6 distance=cosine)"));

    private static Stream<String> definitions(String server) {
        return Stream.concat(
                FAMILY.stream(),
                OTHERS.entrySet().stream()
                        .filter(e -> server.startsWith(e.getKey()))
                        .flatMap(e -> e.getValue().stream()));
    }

    @TestFactory
    Stream<DynamicTest> as_the_server_showed_it() {
        return EachServer.family().flatMap(server -> definitions(server.toString())
                .map(definition -> server.test(definition, fresh -> {
                    try (Connection connection = fresh.dataSource().getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute("CREATE TABLE t " + definition);
                    }
                    Database database = Database.of(fresh.dataSource());
                    Object before = shown(database);
                    Migrator migrator = Migrator.of(DROP);

                    migrator.up(database);
                    migrator.undo(database);

                    assertThat(shown(database)).isEqualTo(before);
                })));
    }

    @TestFactory
    Stream<DynamicTest> a_column_comes_back_in_its_place_with_the_check_in_its_definition() {
        return EachServer.family()
                .map(server -> server.test("a column", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE t (a INT CHECK (a > 0), b INT CHECK (b > 1), c INT)"));
                    Object before = shown(database);
                    Migrator migrator = Migrator.of(
                            new Step("1-a", q -> q.removeColumn("t", "a")),
                            new Step("2-b", q -> q.removeColumn("t", "b")));

                    migrator.up(database);
                    migrator.undoAll(database);

                    assertThat(shown(database)).isEqualTo(before);
                }));
    }

    private static Object shown(Database database) {
        return String.valueOf(
                database.query(new Sql("SHOW CREATE TABLE t")).get(0).get("Create Table"));
    }
}
