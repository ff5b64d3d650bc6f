package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Sql;

/**
 * Another {@code sql_mode} for some statements of a session. It keeps its own in a variable meanwhile; the end of
 * {@link MySqlLock}, within which they are executed, gives it back if one of them fails.
 */
final class SqlMode {
    private static final String KEPT = "@fk_sql_mode";

    private SqlMode() {}

    static Sql of(String mode) {
        return new Sql("SET " + KEPT + " = @@SESSION.sql_mode, SESSION sql_mode = '" + mode + "'");
    }

    /** The one that the session has, except for these. */
    static Sql without(String... modes) {
        String mode = "@@SESSION.sql_mode";
        for (String one : modes) {
            mode = "REPLACE(" + mode + ", '" + one + "', '')";
        }
        return new Sql("SET " + KEPT + " = @@SESSION.sql_mode, SESSION sql_mode = " + mode);
    }

    static Sql back() {
        return new Sql("SET " + backIfKept());
    }

    /** What SET takes, whether or not it is another one now: what takes back a migration may go on in another session. */
    static String backIfKept() {
        return "SESSION sql_mode = COALESCE(" + KEPT + ", @@SESSION.sql_mode), " + KEPT + " = NULL";
    }
}
