package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Sql;
import dev.fk.core.dialect.StatementBlock;
import java.util.List;

/**
 * {@code BEGIN NOT ATOMIC}, MariaDB's compound statement outside of stored programs. Unlike several statements in one
 * message, which both drivers refuse unless {@code allowMultiQueries} is set, it is one statement to a driver. MySQL 9.7 has
 * none.
 */
final class CompoundStatement implements StatementBlock {
    @Override
    public Sql of(List<Sql> statements) {
        return new Sql("BEGIN NOT ATOMIC\n" + Progress.told(statements) + "END");
    }

    @Override
    public Sql executed() {
        return Progress.asked();
    }
}
