package dev.fk.junit.provision.embedded;

import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The superuser of our server and a password that is in no log and no command line. */
record Account(Password password) {
    static final String USER = "postgres";

    /** Gives the account a password; until then the server trusts whoever connects on the loopback interface. */
    static Account create(DataSource trusted, ServerFiles files) throws SQLException, IOException {
        Account account = new Account(Password.random());
        Settings.requirePassword(files.data());
        try (Connection connection = trusted.getConnection();
                Statement statement = connection.createStatement()) {
            ServerKind.POSTGRESQL.changePassword(connection, account.password);
            statement.execute("SELECT pg_reload_conf()");
        }
        return account;
    }

    /** In the format of psql, which refuses such a file when others can read it. The directory is ours alone. */
    void writeTo(Path file, int port) throws IOException {
        Files.writeString(file, "127.0.0.1:" + port + ":*:" + USER + ":" + password.value() + "\n");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Override
    public String toString() {
        return USER;
    }
}
