package dev.fk.core.odd;

import java.util.ArrayList;
import java.util.List;

/** Tables as PostgreSQL has them beyond what one would expect of any server. */
final class OddPostgresTables {
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
    private static final List<String> TABLES =
            List.of("t", "t", "T a.b", "order", "it's \"t\"", "tä", "t".repeat(50), "Ä(1)");
    private static final int MODERN = 15;
    private static final int LATEST = 18;

    private static final List<String> SURROUNDINGS = List.of(
            "CREATE TYPE mood AS ENUM ('a', 'it''s')",
            "CREATE DOMAIN \"pos int\" AS int CHECK (VALUE > 0)",
            "CREATE TYPE comp AS (x int, y text)",
            "CREATE SEQUENCE \"Sq 1\" START 5",
            "CREATE FUNCTION twice(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 2 * $1'",
            "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
            "CREATE TABLE other (a int PRIMARY KEY, b int, UNIQUE (a, b))",
            "CREATE TABLE \"log\" (no int)");

    /** Types with what they may be by default. */
    private static final List<List<String>> TYPES = List.of(
            List.of("int", "7", "(1 + 2)", "nextval('\"Sq 1\"')", "-1", "twice(3)"),
            List.of("bigint", "1::bigint << 3", "9223372036854775807"),
            List.of("smallint", "'3'"),
            List.of("numeric", "'NaN'", "1e10", "0.10"),
            List.of("numeric(5,-2)", "100"),
            List.of("double precision", "'Infinity'", "1.5e-7", "random()"),
            List.of("real", "0.1"),
            List.of("text", "E'a\\\\b''c\\n'", "''", "CURRENT_USER", "'x' || 'y'", "NULL", "$$q$$"),
            List.of("varchar(5)", "'ab'", "substr('abc', 2)"),
            List.of("char(3)", "'a'"),
            List.of("\"char\"", "'c'"),
            List.of("name", "'n'"),
            List.of("bit varying(4)", "B'101'"),
            List.of("bit(3)", "B'101'"),
            List.of("bytea", "'\\x00ff'"),
            List.of("interval day to second(3)", "'1 day 2:03'"),
            List.of("interval year", "'2 years'"),
            List.of("timetz(2)", "'10:00:00.5+02'"),
            List.of("timestamptz(0)", "now()", "CURRENT_TIMESTAMP(2)", "'-infinity'"),
            List.of("timestamp", "'2020-01-01 10:00'", "(now() AT TIME ZONE 'utc')", "LOCALTIMESTAMP"),
            List.of("date", "'infinity'", "CURRENT_DATE", "CURRENT_DATE + 7"),
            List.of("money", "'1.5'"),
            List.of("int[]", "'{1,2}'", "ARRAY[1, 2]"),
            List.of("text[][]", "'{{a,b},{c,d}}'", "ARRAY['x''y']"),
            List.of("varchar(7)[]", "'{}'"),
            List.of("jsonb", "'{\"a\": [1]}'", "jsonb_build_object('a', 1)"),
            List.of("json", "'[]'"),
            List.of("uuid", "gen_random_uuid()"),
            List.of("int4range", "'[1,5)'"),
            List.of("tsvector"),
            List.of("xml"),
            List.of("inet", "'10.0.0.1/8'"),
            List.of("point", "'(1,2)'"),
            List.of("oid", "0"),
            List.of("regclass", "'pg_class'"),
            List.of("mood", "'it''s'", "('a'::text)::mood"),
            List.of("mood[]", "'{a}'"),
            List.of("\"pos int\"", "3"),
            List.of("comp", "ROW(1, 'x')", "'(1,y)'"),
            List.of("boolean", "(1 < 2)", "true"));

    private record Column(String name, String type) {
        boolean is(String start) {
            return type.startsWith(start);
        }
    }

    private final Pick pick;
    private final int version;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> names = new ArrayList<>(NAMES);
    private final List<String> statements = new ArrayList<>(SURROUNDINGS);
    private final String name;
    private final String table;
    private int number;

    private OddPostgresTables(long seed, int version) {
        this.pick = Pick.of(seed);
        this.version = version;
        this.name = pick.of(TABLES);
        this.table = quote(name);
    }

    static OddTable of(long seed, int version) {
        OddPostgresTables odd = new OddPostgresTables(seed, version);
        odd.make();
        return new OddTable(odd.name, odd.statements);
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private String named() {
        return quote(pick.of("k", "K 1", "t.k", "c\"c", "ä'", "where", "k\\u") + number++);
    }

    private void make() {
        if (pick.oneIn(30)) {
            statements.add(
                    "CREATE TABLE " + table + " OF comp (PRIMARY KEY (x)" + pick.maybe(2, ", y DEFAULT 'z'") + ")");
            return;
        }
        boolean renamed = pick.oneIn(4);
        boolean partitioned = pick.oneIn(8);
        List<String> elements = new ArrayList<>();
        if (!partitioned && pick.oneIn(8)) {
            statements.add("CREATE TABLE base (\"from base\" int NOT NULL, z text CHECK (z <> ''))");
        }
        if (partitioned) {
            columns.add(new Column("\"By\"", "int"));
            elements.add("\"By\" int" + pick.maybe(2, "NOT NULL"));
        }
        int count = 2 + pick.random().nextInt(5);
        for (int i = 0; i < count; i++) {
            elements.add(column());
        }
        elements.addAll(constraints(partitioned));
        String inherits =
                statements.get(statements.size() - 1).startsWith("CREATE TABLE base") ? " INHERITS (base)" : "";
        String made = renamed ? "was" : table;
        statements.add("CREATE" + (partitioned ? "" : pick.maybe(8, "UNLOGGED")) + " TABLE " + made + " ("
                + String.join(", ", elements) + ")" + inherits + (partitioned ? " PARTITION BY RANGE (\"By\")" : "")
                + (partitioned
                        ? ""
                        : pick.maybe(
                                4,
                                "WITH (fillfactor = 70)",
                                "WITH (autovacuum_enabled = false, toast.autovacuum_enabled = false)")));
        if (renamed) {
            statements.add("ALTER TABLE was RENAME TO " + table);
        }
        if (partitioned) {
            statements.add("CREATE TABLE \"P 1\" PARTITION OF " + table + " FOR VALUES FROM (1) TO (10)");
            if (pick.oneIn(2)) {
                statements.add("CREATE TABLE rest PARTITION OF " + table + " DEFAULT WITH (fillfactor = 80)");
            }
        }
        if (columns.size() > 2 && pick.oneIn(4)) {
            statements.add("ALTER TABLE " + table + " ADD gone int DEFAULT 3");
            statements.add("ALTER TABLE " + table + " DROP gone");
        }
        indexes(partitioned);
        afterwards(partitioned);
    }

    private String column() {
        String column = quote(names.remove(pick.random().nextInt(names.size())));
        List<String> type = pick.of(TYPES);
        if (pick.oneIn(6)) {
            String serial = pick.of("serial", "serial", "bigserial", "smallserial");
            columns.add(new Column(column, serial.equals("serial") ? "int" : serial));
            return column + " " + serial;
        }
        if (pick.oneIn(8)) {
            columns.add(new Column(column, "int"));
            return column + " " + "int GENERATED "
                    + pick.of("ALWAYS", "BY DEFAULT") + " AS IDENTITY"
                    + pick.maybe(
                            2,
                            "(START 10 INCREMENT 5 MINVALUE 3 MAXVALUE 999 CACHE 7 CYCLE)",
                            "(INCREMENT -1)",
                            "(SEQUENCE NAME \"Own seq\")",
                            "(MAXVALUE 77)");
        }
        List<Column> numbers =
                columns.stream().filter(c -> c.type().equals("int")).toList();
        if (!numbers.isEmpty() && pick.oneIn(6)) {
            String from = pick.of(numbers).name();
            columns.add(new Column(column, "computed"));
            return column + " " + pick.of("int", "bigint", "numeric(9,1)") + " GENERATED ALWAYS AS ("
                    + pick.of(from + " * 2", "abs(" + from + ") + 1", "CASE WHEN " + from + " > 0 THEN 1 END") + ")"
                    + (version >= LATEST && pick.oneIn(2) ? " VIRTUAL" : " STORED");
        }
        columns.add(new Column(column, type.get(0)));
        String text = column + " " + type.get(0);
        if (type.get(0).matches("text|varchar.*|char.*")) {
            text += pick.maybe(4, "COMPRESSION pglz");
            text += pick.maybe(4, "COLLATE \"C\"", "COLLATE \"POSIX\"", "COLLATE \"und-x-icu\"");
        }
        if (type.size() > 1 && pick.oneIn(2)) {
            text += " DEFAULT " + operand(pick.of(type.subList(1, type.size())));
        }
        return text + notNull(column);
    }

    private static String operand(String value) {
        return value.contains(" ") ? "(" + value + ")" : value;
    }

    private String notNull(String column) {
        if (!pick.oneIn(3)) {
            return "";
        }
        if (version < LATEST || pick.oneIn(2) || columns.get(0).name().equals("\"By\"")) {
            return " NOT NULL";
        }
        return pick.of(
                " CONSTRAINT " + named() + " NOT NULL",
                " NOT NULL NO INHERIT",
                " CONSTRAINT " + named() + " NOT NULL NO INHERIT");
    }

    private List<String> constraints(boolean partitioned) {
        List<String> made = new ArrayList<>();
        List<Column> keyed = columns.stream()
                .filter(c -> c.type().matches("int|bigint|text|date|uuid|numeric|varchar.5.|mood"))
                .toList();
        String by = partitioned ? "\"By\", " : "";
        if (!keyed.isEmpty()) {
            if (pick.oneIn(2)) {
                Column key = pick.of(keyed);
                made.add(name() + "PRIMARY KEY (" + (key.name().equals("\"By\"") ? key.name() : by + key.name()) + ")"
                        + include(key) + pick.maybe(5, "WITH (fillfactor = 50)")
                        + pick.maybe(6, "DEFERRABLE", "DEFERRABLE INITIALLY DEFERRED"));
            }
            if (pick.oneIn(2)) {
                Column key = pick.of(keyed);
                made.add(name() + "UNIQUE" + (version >= MODERN ? pick.maybe(3, "NULLS NOT DISTINCT") : "") + " ("
                        + (key.name().equals("\"By\"") ? key.name() : by + key.name()) + ")" + include(key)
                        + pick.maybe(6, "DEFERRABLE", "DEFERRABLE INITIALLY DEFERRED"));
            }
        }
        List<Column> numbers =
                columns.stream().filter(c -> c.type().equals("int")).toList();
        if (!numbers.isEmpty()) {
            String column = pick.of(numbers).name();
            if (pick.oneIn(2)) {
                made.add(name() + "CHECK ("
                        + pick.of(
                                column + " > 0",
                                column + " IN (1, 2) OR " + column + " IS NULL",
                                column + " BETWEEN 1 AND 9",
                                "twice(" + column + ") <> 4")
                        + ")"
                        + (partitioned ? "" : pick.maybe(4, "NO INHERIT"))
                        + (version >= LATEST ? pick.maybe(5, "NOT ENFORCED") : ""));
            }
            if (pick.oneIn(3)) {
                made.add(name() + "FOREIGN KEY (" + column + ") REFERENCES other (a)" + pick.maybe(3, "MATCH FULL")
                        + pick.maybe(
                                2,
                                "ON DELETE CASCADE",
                                "ON DELETE SET DEFAULT",
                                "ON DELETE SET NULL",
                                "ON DELETE RESTRICT")
                        + (version >= MODERN && pick.oneIn(5)
                                ? ""
                                : pick.maybe(3, "ON UPDATE CASCADE", "ON UPDATE SET NULL"))
                        + pick.maybe(3, "DEFERRABLE", "DEFERRABLE INITIALLY DEFERRED")
                        + (version >= LATEST ? pick.maybe(6, "NOT ENFORCED") : ""));
            }
            if (!partitioned && pick.oneIn(5)) {
                made.add(name() + "EXCLUDE USING "
                        + pick.of("btree (" + column + " WITH =)", "btree ((" + column + " + 1) WITH =)")
                        + pick.maybe(2, "WHERE (" + column + " > 0)") + pick.maybe(3, "DEFERRABLE INITIALLY DEFERRED"));
            }
        }
        return made;
    }

    private String name() {
        return pick.oneIn(2) ? "CONSTRAINT " + named() + " " : "";
    }

    private String include(Column key) {
        List<Column> others = columns.stream()
                .filter(c -> !c.equals(key) && c.type().matches("int|text|date"))
                .toList();
        return others.isEmpty() || !pick.oneIn(5)
                ? ""
                : " INCLUDE (" + pick.of(others).name() + ")";
    }

    private void indexes(boolean partitioned) {
        for (Column column : pick.some(3, columns)) {
            String c = column.name();
            List<String> ways = new ArrayList<>();
            if (column.is("int")
                    && !column.is("int4range")
                    && !column.is("int[]")
                    && !column.is("interval")
                    && !column.is("inet")) {
                ways.addAll(List.of(
                        "(" + c + " DESC NULLS LAST)",
                        "(" + c + " NULLS FIRST) WHERE " + c + " > 3",
                        "((" + c + " + 1))",
                        "USING brin (" + c + ") WITH (pages_per_range = 4)",
                        "USING hash (" + c + ")",
                        "(" + c + ") INCLUDE (" + pick.of(columns).name() + ")",
                        "(" + c + ") WITH (fillfactor = 60)",
                        "(twice(" + c + ") DESC, " + c + ")"));
            } else if (column.is("text") && !column.is("text[")) {
                ways.addAll(List.of(
                        "(" + c + " text_pattern_ops)",
                        "(" + c + " COLLATE \"C\" DESC)",
                        "(lower(" + c + ") varchar_pattern_ops)",
                        "USING gist (to_tsvector('english', " + c + ") tsvector_ops (siglen = 100))",
                        "(" + c + ") WHERE " + c + " LIKE 'it''s%'",
                        "USING spgist (" + c + ")",
                        "((" + c + " || 'x'))"));
            } else if (column.is("jsonb")) {
                ways.addAll(List.of(
                        "USING gin (" + c + " jsonb_path_ops)",
                        "USING gin (" + c + ") WITH (fastupdate = off)",
                        "((" + c + " ->> 'a'))"));
            } else if (column.is("int[]") || column.is("tsvector")) {
                ways.add("USING gin (" + c + ")");
            } else if (column.is("int4range")) {
                ways.addAll(List.of("USING gist (" + c + ")", "(lower(" + c + "))"));
            } else if (column.is("date")) {
                ways.addAll(List.of(
                        "USING brin (" + c + " date_minmax_multi_ops (values_per_range = 16))",
                        "(EXTRACT(year FROM " + c + "))"));
            }
            if (!ways.isEmpty()) {
                statements.add("CREATE INDEX " + named() + " ON " + (partitioned ? "" : pick.maybe(30, "ONLY")) + table
                        + " " + pick.of(ways));
            }
        }
        if (version >= MODERN
                && !partitioned
                && columns.stream().anyMatch(c -> c.type().equals("int"))
                && pick.oneIn(5)) {
            String c = columns.stream()
                    .filter(x -> x.type().equals("int"))
                    .findFirst()
                    .orElseThrow()
                    .name();
            statements.add("CREATE UNIQUE INDEX " + named() + " ON " + table + " (" + c + ") NULLS NOT DISTINCT");
        }
    }

    private void afterwards(boolean partitioned) {
        Column column = pick.of(columns);
        String alter = "ALTER TABLE " + table + " ";
        List<String> possible = new ArrayList<>(List.of(
                "COMMENT ON TABLE " + table + " IS 'tab''le \\ \"x\"'",
                "COMMENT ON COLUMN " + table + "." + column.name() + " IS E'col\\n''x'''",
                alter + "ALTER " + column.name() + " SET STATISTICS 77",
                alter + "ALTER " + column.name() + " SET (n_distinct = 5)",
                "CREATE TRIGGER " + named() + " AFTER INSERT OR UPDATE OF " + column.name() + " ON " + table
                        + " FOR EACH ROW EXECUTE FUNCTION f()",
                "CREATE TRIGGER " + named() + " BEFORE DELETE ON " + table
                        + " FOR EACH STATEMENT EXECUTE FUNCTION f('it''s', '\\')",
                "GRANT SELECT, INSERT ON " + table + " TO pg_monitor",
                "GRANT SELECT (" + column.name() + ") ON " + table + " TO PUBLIC",
                alter + "ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY " + named() + " ON " + table + " FOR SELECT TO pg_monitor USING (" + column.name()
                        + " IS NOT NULL)",
                "COMMENT ON TYPE mood IS 'm'"));
        if (!partitioned) {
            possible.add(alter + "REPLICA IDENTITY FULL");
            possible.add(alter + "ADD CONSTRAINT " + named() + " CHECK (" + column.name() + " IS NOT NULL) NOT VALID");
            possible.add(
                    "CREATE RULE " + named() + " AS ON DELETE TO " + table + " DO ALSO INSERT INTO \"log\" VALUES (1)");
            if (column.type().matches("text|bytea|jsonb|int..|varchar.5.")) {
                possible.add(alter + "ALTER " + column.name() + " SET STORAGE " + pick.of("EXTERNAL", "MAIN", "PLAIN"));
            }
        }
        // PostgreSQL 18.6: PARTITION OF a table with one makes it valid in the partition, which has no rows.
        if (version >= LATEST && !partitioned) {
            possible.add(alter + "ADD CONSTRAINT " + named() + " NOT NULL " + column.name() + " NOT VALID");
        }
        statements.addAll(pick.some(5, possible));
    }
}
