package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Sql;
import dev.fk.core.dialect.StatementBlock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Several statements in one message, which both drivers let through where the URL says {@code allowMultiQueries=true}. fk
 * does not ask for it: it would also let through what others put behind a semicolon.
 *
 * @see <a href="https://dev.mysql.com/doc/connector-j/en/connector-j-connp-props-security.html">Connector/J, Security</a>
 */
final class SeveralStatements implements StatementBlock {
    private static final Pattern ALLOWED =
            Pattern.compile("[?&(,]\\s*allowMultiQueries\\s*=\\s*(true|yes)\\b", Pattern.CASE_INSENSITIVE);

    private SeveralStatements() {}

    static Optional<StatementBlock> over(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        return url != null && ALLOWED.matcher(url).find() ? Optional.of(new SeveralStatements()) : Optional.empty();
    }

    @Override
    public Sql of(List<Sql> statements) {
        return new Sql(Progress.told(statements));
    }

    @Override
    public Sql executed() {
        return Progress.asked();
    }
}
