package dev.fk.junit.provision.embedded;

import dev.fk.junit.provision.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to get to a database while the server runs, and after it has ended with the JVM. */
record KeptServer(ServerFiles files, int port) {
    Access access(String url, String database) {
        List<String> notes = new ArrayList<>();
        notes.add("The password of user " + Account.USER + " is in " + files.passwordFile() + ".");
        notes.add("The server ends with this JVM. To start it again: " + startCommand());
        return new Access(
                url + "?user=" + Account.USER,
                "PGPASSFILE=" + files.passwordFile() + " psql -h 127.0.0.1 -p " + port + " -U " + Account.USER + " "
                        + database,
                notes);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not notice. The library does the same. */
    private String startCommand() {
        String asSomebodyElse = "root".equals(System.getProperty("user.name")) ? "unshare -U " : "";
        return asSomebodyElse + binary("pg_ctl") + " -D " + files.data() + " -l " + files.log() + " start";
    }

    /** Beside the one that runs: PostgreSQL writes its command line into this file. */
    private Path binary(String name) {
        try {
            String running = Files.readString(files.data().resolve("postmaster.opts"));
            int end = running.indexOf(" \"-");
            return Path.of(end < 0 ? running.trim() : running.substring(0, end)).resolveSibling(name);
        } catch (IOException e) {
            return Path.of(name);
        }
    }
}
