package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.Dialects;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which columns may reference which: every pair of types is tried on every server. */
@Tag("thorough")
class CompatibilityTest {
    private static final List<String> TYPES = List.of(
            "tinyint(1)",
            "tinyint unsigned",
            "smallint",
            "mediumint",
            "int",
            "int unsigned",
            "int zerofill",
            "bigint",
            "bigint unsigned",
            "decimal(10,2)",
            "decimal(10,2) unsigned",
            "float",
            "double",
            "char(3)",
            "varchar(3)",
            "varchar(3) character set latin1",
            "varchar(3) collate utf8mb4_bin",
            "char(3) collate utf8mb4_bin",
            "binary(3)",
            "varbinary(3)",
            "date",
            "time",
            "datetime",
            "timestamp",
            "year",
            "bit(3)",
            "enum('a','b')",
            "set('a','b')");

    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void says_of_every_pair_of_types_what_the_server_says(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.on(server.url(), "DEFAULT CHARACTER SET utf8mb4")) {
            for (int i = 0; i < TYPES.size(); i++) {
                database.execute("CREATE TABLE p" + i + " (c " + TYPES.get(i) + ", UNIQUE (c)) ENGINE=InnoDB");
            }
            Dialect dialect = Dialects.of(database.connection());
            ServerInfo info = dialect.server(database.connection());
            Schema parents = dialect.catalog(info)
                    .read(database.connection(), CatalogScope.defaultSchema())
                    .schema();
            List<String> differences = new ArrayList<>();
            for (int child = 0; child < TYPES.size(); child++) {
                for (int parent = 0; parent < TYPES.size(); parent++) {
                    boolean accepted = isAccepted(database, child, parent);
                    boolean expected = isExpected(dialect, info, parents, child, parent);
                    if (accepted != expected) {
                        differences.add(TYPES.get(child) + " → " + TYPES.get(parent)
                                + (accepted ? " is accepted" : " is refused"));
                    }
                }
            }
            assertThat(differences).isEmpty();
        }
    }

    private static boolean isAccepted(MySqlDatabase database, int child, int parent) throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            statement.execute("CREATE TABLE c (c " + TYPES.get(child) + ", FOREIGN KEY (c) REFERENCES p" + parent
                    + " (c)) ENGINE=InnoDB");
            statement.execute("DROP TABLE c");
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    /** The parents have the same columns as the children, so one serves as the other. */
    private static boolean isExpected(Dialect dialect, ServerInfo info, Schema parents, int child, int parent) {
        Table owner = parents.table("p" + child).orElseThrow();
        Table referenced = parents.table("p" + parent).orElseThrow();
        Column from = owner.column("c").orElseThrow();
        Column to = referenced.column("c").orElseThrow();
        if (dialect.incompatibility(from, to).isPresent()) {
            return false;
        }
        Table referencing = Table.of(owner.name().withName("c"), owner.columns())
                .withForeignKeys(List.of(ForeignKey.of(List.of("c"), referenced.name(), List.of("c"))));
        return dialect.objections(referencing, parents, info).isEmpty();
    }
}
