package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Sql;
import java.util.List;

/** How many statements of a block have been executed, in a variable of the session: it survives the one that fails. */
final class Progress {
    private static final String EXECUTED = "@fk_executed";

    private Progress() {}

    /** The statements, each with a word about it after it. */
    static String told(List<Sql> statements) {
        StringBuilder told = new StringBuilder(set("0"));
        for (int i = 0; i < statements.size(); i++) {
            told.append(statements.get(i).text())
                    .append(";\n")
                    .append(set(i + 1 < statements.size() ? "" + (i + 1) : "NULL"));
        }
        return told.toString();
    }

    /** Forgotten as it is read, so that it is not taken for that of the next block. */
    static Sql asked() {
        return new Sql("SELECT " + EXECUTED + ", " + EXECUTED + " := NULL");
    }

    private static String set(String value) {
        return "SET " + EXECUTED + " = " + value + ";\n";
    }
}
