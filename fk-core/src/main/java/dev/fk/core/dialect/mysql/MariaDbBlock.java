package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Sql;
import dev.fk.core.dialect.StatementBlock;
import java.util.List;

/**
 * {@code BEGIN NOT ATOMIC}, MariaDB's compound statement outside of stored programs. Unlike several statements in one
 * message, which both drivers refuse unless {@code allowMultiQueries} is set, it is one statement to a driver. MySQL 9.7 has
 * none. Where it has got to is kept in a variable of the session.
 */
final class MariaDbBlock implements StatementBlock {
    private static final String EXECUTED = "@fk_executed";

    @Override
    public Sql of(List<Sql> statements) {
        StringBuilder block = new StringBuilder("BEGIN NOT ATOMIC\nSET " + EXECUTED + " = 0;\n");
        for (int i = 0; i < statements.size(); i++) {
            block.append(statements.get(i).text())
                    .append(";\nSET ")
                    .append(EXECUTED)
                    .append(" = ")
                    .append(i + 1)
                    .append(";\n");
        }
        return new Sql(
                block.append("SET ").append(EXECUTED).append(" = NULL;\nEND").toString());
    }

    /** Forgotten as it is read, so that it is not taken for that of the next block. */
    @Override
    public Sql executed() {
        return new Sql("SELECT " + EXECUTED + ", " + EXECUTED + " := NULL");
    }
}
