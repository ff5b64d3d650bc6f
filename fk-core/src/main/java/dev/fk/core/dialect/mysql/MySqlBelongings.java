package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Belonging;
import dev.fk.core.dialect.Belongings;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Rights stay when a table goes (MySQL 9.7.4, MariaDB 11.8.9), as do routines, views and events; the rest does not. */
record MySqlBelongings(Settings settings) implements Belongings {
    @Override
    public boolean goWith(Change change) {
        return change instanceof Change.DropTable || change instanceof Change.DropColumn;
    }

    @Override
    public List<Belonging> read(Connection connection, Collection<QualifiedName> tables) throws SQLException {
        Definitions definitions = new Definitions(connection, settings);
        List<Belonging> found = new ArrayList<>();
        for (QualifiedName table : tables) {
            definitions.of(table).ifPresent(shown -> found.addAll(Unread.of(table, shown)));
        }
        found.addAll(new Triggers(settings).read(connection, tables));
        return found;
    }
}
