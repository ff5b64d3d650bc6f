package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Provisioner;
import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.embedded.Embedded;
import dev.fk.junit.provision.server.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every way in which fk runs a server process on this machine. */
enum OwnServers {
    EMBEDDED_POSTGRESQL(ServerKind.POSTGRESQL),
    EMBEDDED_MARIADB(ServerKind.MARIADB),
    INSTALLED_POSTGRESQL(ServerKind.POSTGRESQL),
    INSTALLED_MARIADB(ServerKind.MARIADB),
    /** The one in the image: what stands for the installed programs runs them there. */
    INSTALLED_MYSQL(ServerKind.MYSQL);

    private final ServerKind kind;

    OwnServers(ServerKind kind) {
        this.kind = kind;
    }

    ServerKind kind() {
        return kind;
    }

    Provisioner provisioner() {
        return name().startsWith("EMBEDDED") ? new Embedded() : new Binaries();
    }

    Server start() throws IOException {
        return start(Reuse.NONE);
    }

    Server start(Reuse reuse) throws IOException {
        Map<String, String> settings = new HashMap<>(
                switch (this) {
                    case EMBEDDED_POSTGRESQL, EMBEDDED_MARIADB, INSTALLED_POSTGRESQL -> Map.of();
                    case INSTALLED_MARIADB -> Map.of("home", unpacked().toString());
                    case INSTALLED_MYSQL -> Map.of("home", inImage().toString());
                });
        if (reuse != Reuse.NONE) {
            settings.put(Reuse.SETTING, reuse.name());
        }
        return provisioner().start(new ServerRequest(kind.dialect(), Optional.empty(), settings));
    }

    /** The embedded MariaDB, as if somebody had installed it. */
    static Path unpacked() throws IOException {
        new Embedded()
                .start(new ServerRequest("mariadb", Optional.empty(), Map.of()))
                .close();
        return Cache.ofThisUser().directory().resolve("mariadb-11.4.5-linux");
    }

    /**
     * Programs that do in a container what they would do here: the same files, processes and network. In a place that is
     * the same in every run, as that of an installation is.
     */
    private static Path inImage() throws IOException {
        Cache cache = Cache.ofThisUser();
        return cache.get("test-mysql-9-in-container", home -> {
            for (String program : new String[] {"mysqld", "mysql"}) {
                Path file = home.resolve("bin").resolve(program);
                Files.createDirectories(file.getParent());
                Files.writeString(
                        file,
                        """
                        #!/bin/sh
                        exec docker run --rm -i --network host --pid host -v /dev/shm:/dev/shm -v /tmp:/tmp \\
                            -v %1$s:%1$s -u "$(id -u):$(id -g)" --entrypoint %2$s mysql:9 "$@"
                        """
                                .formatted(cache.directory(), program));
                file.toFile().setExecutable(true);
            }
        });
    }
}
