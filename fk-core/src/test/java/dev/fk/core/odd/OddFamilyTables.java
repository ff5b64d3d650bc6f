package dev.fk.core.odd;

import java.util.ArrayList;
import java.util.List;

/** Tables as MySQL and MariaDB have them beyond what one would expect of any server. */
final class OddFamilyTables {
    private static final List<String> NAMES = List.of(
            "id",
            "A b",
            "x.y",
            "q\"q",
            "select",
            "Ünï",
            "it's",
            "c:\\user",
            "b`t",
            "back\\slash",
            "$1",
            "UPPER",
            "a,b",
            "(p)",
            "--c");
    private static final List<String> TABLES = List.of("t", "t", "T a.b", "order", "it's `t`", "tä", "(1)");
    private static final List<List<String>> TYPES = List.of(
            List.of("int", "7", "-1"),
            List.of("int unsigned zerofill", "7"),
            List.of("tinyint(1)", "1"),
            List.of("bigint unsigned", "18446744073709551615"),
            List.of("mediumint", "3"),
            List.of("bit(9)", "b'101'"),
            List.of("decimal(10,2) unsigned zerofill", "0.10"),
            List.of("decimal", "5"),
            List.of("float(7,3)", "1.5"),
            List.of("float", "1e10"),
            List.of("double unsigned", "1e300"),
            List.of("year", "2020"),
            List.of("time(3)", "'10:00:00.5'", "'-800:00:00'"),
            List.of(
                    "datetime(6)",
                    "CURRENT_TIMESTAMP(6)",
                    "CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)",
                    "'2020-01-01 10:00:00'"),
            List.of(
                    "timestamp NULL",
                    "NULL",
                    "CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP",
                    "NULL ON UPDATE CURRENT_TIMESTAMP"),
            List.of("date", "'2020-01-01'", "(CURDATE())"),
            List.of(
                    "varchar(20)",
                    "'it''s'",
                    "'a\\\\b\\n'",
                    "''",
                    "'\"x\"'",
                    "'`y`'",
                    "(UUID())",
                    "(CONCAT('a', \"b'cö\"))"),
            List.of("varchar(20) CHARACTER SET latin2", "'ä'"),
            List.of("varchar(30) COLLATE utf8mb4_unicode_ci", "'x'"),
            List.of("char(3) CHARACTER SET utf8mb3", "'x'"),
            List.of("enum('a','b''c','d,e','f\\\\g')", "'b''c'"),
            List.of("enum('x','y') CHARACTER SET latin2", "'y'"),
            List.of("set('x','y z')", "'x,y z'", "''"),
            List.of("binary(3)", "'ab'", "0x00FF01"),
            List.of("varbinary(8)", "'a\\\\b'", "0x610062"),
            List.of("tinytext", "('x')"),
            List.of("text", "(CONCAT('a', 'b'))"),
            List.of("mediumtext COLLATE utf8mb4_unicode_ci"),
            List.of("longblob"),
            List.of("json", "(JSON_ARRAY(1))"),
            List.of("geometry"),
            List.of("point", "(POINT(1, 2))"));
    private static final List<List<String>> OF_MYSQL = List.of(
            List.of("geometry SRID 4326"),
            List.of("int COLUMN_FORMAT DYNAMIC", "1"),
            List.of("int STORAGE MEMORY"),
            List.of("point SRID 0"));
    private static final List<List<String>> OF_MARIADB = List.of(
            List.of("uuid", "uuid()"),
            List.of("inet6", "'::1'"),
            List.of("inet4"),
            List.of("text COMPRESSED"),
            List.of("varchar(100) COMPRESSED", "'x'"),
            List.of("point REF_SYSTEM_ID=101"),
            List.of("int", "NEXT VALUE FOR `Sq 1`", "(NEXT VALUE FOR `Sq 1` + 1)"));

    private record Column(String name, String type) {
        boolean isNumber() {
            return type.startsWith("int");
        }

        boolean isText() {
            return type.startsWith("varchar") || type.contains("text");
        }
    }

    private final Pick pick;
    private final boolean mariaDb;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> names = new ArrayList<>(NAMES);
    private final List<String> statements = new ArrayList<>();
    private final String name;
    private final String table;
    private int number;

    private OddFamilyTables(long seed, String server) {
        this.pick = Pick.of(seed);
        this.mariaDb = server.startsWith("mariadb");
        this.name = pick.of(TABLES);
        this.table = quote(name);
    }

    /** @param server as its image is called */
    static OddTable of(long seed, String server) {
        OddFamilyTables odd = new OddFamilyTables(seed, server);
        odd.make();
        return new OddTable(odd.name, odd.statements);
    }

    private static String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    private String named() {
        return quote(pick.of("k", "K 1", "t.k", "c`c", "ä'", "where", "f(", "k\\u") + number++);
    }

    private void make() {
        statements.add("CREATE TABLE other (a int PRIMARY KEY, b int)");
        statements.add("CREATE TABLE log (m varchar(100))");
        if (mariaDb) {
            statements.add("CREATE SEQUENCE `Sq 1` START WITH 5");
        }
        boolean partitioned = pick.oneIn(5);
        List<String> elements = new ArrayList<>();
        if (partitioned) {
            columns.add(new Column("`by`", "int"));
            elements.add("`by` int NOT NULL");
        }
        int count = 2 + pick.random().nextInt(5);
        for (int i = 0; i < count; i++) {
            elements.add(column());
        }
        keys(elements, partitioned);
        String versioning = mariaDb && !partitioned ? pick.maybe(10, "WITH SYSTEM VERSIONING") : "";
        statements.add("CREATE TABLE " + table + " (" + String.join(", ", elements) + ")" + options(partitioned)
                + versioning + (partitioned ? " " + partitions() : ""));
        triggers();
    }

    private String column() {
        String column = quote(names.remove(pick.random().nextInt(names.size())));
        List<Column> numbers =
                columns.stream().filter(c -> c.type().equals("int")).toList();
        String comment = pick.maybe(5, "COMMENT 'it''s \"a\" \\\\ b'", "COMMENT 'DEFAULT 3, `x` ('");
        if (!numbers.isEmpty() && pick.oneIn(6)) {
            String from = pick.of(numbers).name();
            columns.add(new Column(column, "computed"));
            return column + pick.maybe(1, "int", "varchar(20)", "decimal(9,1)") + " GENERATED ALWAYS AS ("
                    + pick.of(from + " * 2", "CONCAT(" + from + ", 'it''s é漢')", "IF(" + from + " > 0, 1, NULL)") + ")"
                    + pick.of(" VIRTUAL", " STORED") + (mariaDb ? "" : pick.maybe(6, "NOT NULL")) + comment;
        }
        List<List<String>> types = new ArrayList<>(TYPES);
        types.addAll(mariaDb ? OF_MARIADB : OF_MYSQL);
        List<String> type = pick.of(types);
        columns.add(new Column(column, type.get(0)));
        String text = column + " " + type.get(0);
        boolean nullable = type.get(0).endsWith("NULL") || !pick.oneIn(3);
        text += nullable ? "" : " NOT NULL";
        if (type.size() > 1 && (pick.oneIn(2))) {
            String value = pick.of(type.subList(1, type.size()));
            text += " DEFAULT " + value;
        }
        text += nullable ? pick.maybe(10, "INVISIBLE") : "";
        return text + comment + (mariaDb ? pick.maybe(12, "CHECK (" + column + " IS NOT NULL)") : "");
    }

    private void keys(List<String> elements, boolean partitioned) {
        String by = partitioned ? ", `by`" : "";
        if (pick.oneIn(2)) {
            elements.add("`no` bigint unsigned NOT NULL AUTO_INCREMENT, PRIMARY KEY" + pick.maybe(5, "USING BTREE")
                    + " (`no`" + by + ")" + pick.maybe(5, "COMMENT 'p''k'", "USING BTREE"));
        }
        List<Column> numbers = columns.stream().filter(Column::isNumber).toList();
        List<Column> texts = columns.stream().filter(Column::isText).toList();
        if (!numbers.isEmpty()) {
            String column = pick.of(numbers).name();
            String own = column.equals("`by`") ? "" : by;
            if (pick.oneIn(3)) {
                elements.add("UNIQUE KEY " + named() + " (" + column + pick.maybe(3, "DESC") + own + ")" + ofIndex());
            }
            if (pick.oneIn(3)) {
                elements.add("CONSTRAINT " + named() + " CHECK ("
                        + pick.of(column + " > 0", column + " IN (1, 2)", "CONCAT(" + column + ", 'it''s') <> '`ä漢`'")
                        + ")" + (mariaDb ? "" : pick.maybe(3, "NOT ENFORCED")));
            }
            if (!partitioned && pick.oneIn(4)) {
                elements.add("CONSTRAINT " + named() + " FOREIGN KEY" + pick.maybe(2, named()) + " (" + column
                        + ") REFERENCES other (a)"
                        + pick.maybe(
                                2,
                                "ON DELETE CASCADE",
                                "ON DELETE RESTRICT",
                                "ON UPDATE CASCADE",
                                "ON DELETE NO ACTION"));
            }
            if (!mariaDb && pick.oneIn(4)) {
                elements.add("KEY " + named() + " ((" + column + " + 1)" + pick.maybe(2, "DESC") + ", " + column + ")"
                        + ofIndex());
            }
        }
        for (Column column : pick.some(2, columns)) {
            boolean large = column.isText() || column.type().contains("blob");
            boolean isKey = !column.type().matches("json|geom.*|point.*|.*COMPRESSED.*");
            if (isKey) {
                elements.add("KEY " + named() + " (" + column.name() + (large ? "(10)" : "") + pick.maybe(3, "DESC")
                        + ")" + ofIndex());
            }
        }
        if (!texts.isEmpty() && !partitioned && pick.oneIn(4)) {
            elements.add("FULLTEXT KEY " + named() + " (" + pick.of(texts).name() + ")"
                    + (mariaDb ? "" : pick.maybe(2, "WITH PARSER ngram")) + pick.maybe(3, "COMMENT 'WITH PARSER `x`'"));
        }
    }

    private String ofIndex() {
        return pick.maybe(4, "USING BTREE")
                + pick.maybe(6, "KEY_BLOCK_SIZE=4")
                + pick.maybe(5, "COMMENT 'it''s (`'")
                + pick.maybe(6, mariaDb ? "IGNORED" : "INVISIBLE");
    }

    private String options(boolean partitioned) {
        StringBuilder options = new StringBuilder();
        options.append(
                partitioned
                        ? ""
                        : pick.maybe(6, "ENGINE=MyISAM", "ENGINE=MEMORY", mariaDb ? "ENGINE=Aria" : "ENGINE=MyISAM"));
        options.append(pick.maybe(
                6,
                "ROW_FORMAT=DYNAMIC",
                "ROW_FORMAT=COMPACT",
                "ROW_FORMAT=COMPRESSED",
                "ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8"));
        options.append(pick.maybe(6, "STATS_PERSISTENT=1 STATS_AUTO_RECALC=0 STATS_SAMPLE_PAGES=7"));
        options.append(pick.maybe(
                6,
                "DEFAULT CHARSET=latin1",
                "COLLATE=utf8mb4_bin",
                "DEFAULT CHARSET=latin1 COLLATE=latin1_german1_ci"));
        options.append(pick.maybe(6, "MAX_ROWS=1000 MIN_ROWS=10 AVG_ROW_LENGTH=30", "CHECKSUM=1", "PACK_KEYS=1"));
        options.append(pick.maybe(4, "COMMENT='it''s \\\\ (`'"));
        options.append(mariaDb ? pick.maybe(8, "PAGE_COMPRESSED=1", "PAGE_COMPRESSED=1 PAGE_COMPRESSION_LEVEL=3") : "");
        return options.toString();
    }

    private String partitions() {
        String parts = pick.of(
                "RANGE (`by`) (PARTITION Pa VALUES LESS THAN (10), PARTITION `p b` VALUES LESS THAN MAXVALUE)",
                "RANGE (`by`) (PARTITION `P``x` VALUES LESS THAN (10) COMMENT='it''s', PARTITION p1 VALUES LESS THAN (20) MAX_ROWS=10)",
                "LIST (`by`) (PARTITION P0 VALUES IN (1, 2), PARTITION P1 VALUES IN (3))",
                "LINEAR HASH (`by`) PARTITIONS 3",
                "KEY (`by`) PARTITIONS 2",
                "LINEAR KEY ALGORITHM=1 (`by`) PARTITIONS 2",
                "HASH (`by` + 1) (PARTITION A, PARTITION b)",
                "RANGE COLUMNS (`by`) (PARTITION P0 VALUES LESS THAN (10), PARTITION pMax VALUES LESS THAN (MAXVALUE))",
                "RANGE (`by`) SUBPARTITION BY HASH (`by`) (PARTITION p0 VALUES LESS THAN (10) (SUBPARTITION S0, SUBPARTITION s1),"
                        + " PARTITION p1 VALUES LESS THAN MAXVALUE (SUBPARTITION s2, SUBPARTITION s3))",
                "RANGE (`by`) SUBPARTITION BY KEY (`by`) SUBPARTITIONS 2 (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE)",
                "RANGE (`by`) SUBPARTITION BY LINEAR HASH (`by`) SUBPARTITIONS 2 (PARTITION p0 VALUES LESS THAN (10))");
        return "PARTITION BY " + parts;
    }

    private void triggers() {
        for (String mode : pick.some(
                2, List.of("''", "'ANSI_QUOTES'", "'NO_BACKSLASH_ESCAPES'", "'PIPES_AS_CONCAT,STRICT_TRANS_TABLES'"))) {
            if (pick.oneIn(3)) {
                statements.add("SET SESSION sql_mode = " + mode);
                statements.add("CREATE TRIGGER " + named() + pick.of(" AFTER INSERT", " BEFORE UPDATE") + " ON " + table
                        + " FOR EACH ROW INSERT INTO log VALUES ('it''s' || 'x')");
                statements.add("SET SESSION sql_mode = DEFAULT");
            }
        }
    }
}
