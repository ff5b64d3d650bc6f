package dev.fk.junit.provision.external;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.sync.Sync;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.server.ServerKind;
import dev.fk.junit.provision.testcontainers.Docker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each server through each driver that speaks to it; which version of it, the user decides. */
@Tag("thorough")
@Tag("containers")
@ExtendWith(Docker.Needed.class)
class DriverVersionsTest {
    private static final String PASSWORD = "fk-drivers";

    private static Models models(ReferentialAction onDelete) {
        return Models.define(models -> {
            var owner = models.model(
                    "Owner", m -> m.attribute("name", string(45).notNull().unique()));
            var pet = models.model("Pet", m -> m.tableName("pet").attribute("age", integer()));
            pet.belongsTo(owner, a -> a.foreignKey("ownerId").onDelete(onDelete));
        });
    }

    private static List<ReferentialAction> actions(Database database) {
        return database.read().schema().table("pet").orElseThrow().foreignKeys().stream()
                .map(key -> key.onDelete())
                .toList();
    }

    /** A user whose password is known here. */
    private static Server connect(ServerKind kind, String driver, Server server) throws SQLException {
        String user = kind == ServerKind.POSTGRESQL ? "fk_drivers" : "'fk_drivers'@'%'";
        try (Connection connection = server.connectTo(kind.adminDatabase()).getConnection();
                Statement statement = connection.createStatement()) {
            if (kind == ServerKind.POSTGRESQL) {
                statement.execute("CREATE ROLE " + user + " SUPERUSER LOGIN PASSWORD '" + PASSWORD + "'");
            } else {
                statement.execute("CREATE USER IF NOT EXISTS " + user + " IDENTIFIED BY '" + PASSWORD + "'");
                statement.execute("GRANT ALL ON *.* TO " + user);
            }
            String authority = connection.getMetaData().getURL().replaceAll(".*//([^/]*)/.*", "$1");
            String options = kind == ServerKind.POSTGRESQL ? "" : "?sslMode=disabled&allowPublicKeyRetrieval=true";
            String url = "jdbc:" + driver + "://" + authority + "/" + kind.adminDatabase() + options;
            return new External()
                    .start(new ServerRequest(
                            kind.dialect(),
                            Optional.empty(),
                            Map.of("url", url, "user", "fk_drivers", "password", PASSWORD)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, postgresql",
        "MYSQL, mysql",
        "MYSQL, mariadb",
        "MARIADB, mysql",
        "MARIADB, mariadb",
    })
    void reads_synchronises_and_alters(ServerKind kind, String driver, Docker docker) throws Exception {
        try (Server server = connect(kind, driver, docker.server(kind))) {
            String name = "fk_driver_" + driver;
            server.databases().create(name);
            Database database = Database.of(server.connectTo(name));
            try (Connection connection = server.connectTo(name).getConnection()) {
                assertThat(connection.getMetaData().getDriverVersion())
                        .contains(System.getProperty(driver + ".version", ""));
            }
            Sync.force().run(models(SET_NULL), database);
            assertThat(actions(database)).containsExactly(SET_NULL);
            Sync.alter().allowing(Risk.DATA_DEPENDENT).run(models(CASCADE), database);
            assertThat(actions(database)).containsExactly(CASCADE);
            assertThat(Sync.alter().plan(models(CASCADE), database).isEmpty()).isTrue();
            Sync.force().allowing(Risk.DESTRUCTIVE).run(models(SET_NULL), database);
            assertThat(actions(database)).containsExactly(SET_NULL);
            server.databases().drop(name);
            server.databases().close();
        }
    }
}
