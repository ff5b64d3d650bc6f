package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Availability;
import dev.fk.junit.provision.server.ServerKind;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for a server's programs.
 *
 * @param home the directory that is configured, alone then
 * @param path the directories to look in otherwise
 * @param patience how long a program may take to say what it is
 */
record Search(ServerKind kind, Optional<Path> home, List<Path> path, Duration patience) {
    /** For an answer within two seconds. */
    static final Duration SHORT = Duration.ofMillis(1800);

    /** For who knows already that there is one. */
    static final Duration LONG = Duration.ofSeconds(30);

    /** Where servers are installed without being on everybody's PATH. */
    private static final List<String> USUAL = List.of(
            "/usr/sbin",
            "/usr/libexec",
            "/usr/local/sbin",
            "/usr/local/bin",
            "/usr/local/mysql/bin",
            "/opt/homebrew/bin");

    private static final Path POSTGRESQL_OF_DEBIAN = Path.of("/usr/lib/postgresql");

    /** What was found, or why nothing was. */
    record Result(Optional<Programs> programs, Availability availability) {}

    static Search of(ServerKind kind, Optional<String> home, Duration patience) {
        List<Path> directories = new ArrayList<>();
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(s -> !s.isEmpty())
                .map(Path::of)
                .forEach(directories::add);
        USUAL.stream().map(Path::of).forEach(directories::add);
        directories.addAll(versionsOfDebian());
        return new Search(kind, home.map(Path::of), directories, patience);
    }

    /** Debian has several side by side, and none of them on the PATH: the newest first. */
    private static List<Path> versionsOfDebian() {
        if (!Files.isDirectory(POSTGRESQL_OF_DEBIAN)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(POSTGRESQL_OF_DEBIAN)) {
            return versions.filter(v -> v.getFileName().toString().matches("\\d+"))
                    .sorted(Comparator.comparing(
                                    (Path v) -> Integer.valueOf(v.getFileName().toString()))
                            .reversed())
                    .map(v -> v.resolve("bin"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Result result() {
        Set<String> reasons = new LinkedHashSet<>();
        for (Path server : candidates()) {
            String objection = objection(server);
            if (objection.isEmpty()) {
                return new Result(Optional.of(new Programs(server)), Availability.yes());
            }
            reasons.add(objection);
        }
        if (!reasons.isEmpty()) {
            return new Result(Optional.empty(), Availability.no(String.join("; ", reasons) + ".", remedy()));
        }
        String names = String.join(" or ", Engine.of(kind).programs());
        return new Result(
                Optional.empty(),
                home.map(h -> Availability.no(
                                "there is no " + names + " in " + h + ", nor in its bin, sbin or libexec.", remedy()))
                        .orElseGet(() -> Availability.no(
                                "there is no " + names + " on the PATH, nor where it usually is.", remedy())));
    }

    private List<Path> candidates() {
        List<Path> directories = home.map(h -> List.of(h.resolve("bin"), h.resolve("sbin"), h.resolve("libexec"), h))
                .orElse(path);
        return Engine.of(kind).programs().stream()
                .flatMap(name -> directories.stream().flatMap(d -> Programs.in(d, name).stream()))
                .distinct()
                .toList();
    }

    /** What speaks against this one; MySQL and MariaDB have gone under each other's name. */
    private String objection(Path server) {
        String words;
        try {
            words = Commands.output(List.of(server.toString(), "--version"), patience);
        } catch (IOException e) {
            return server + " cannot be run: " + withoutPeriod(String.valueOf(e.getMessage()));
        }
        String obstacle = Obstacles.of(words).strip();
        if (!obstacle.isEmpty()) {
            return server + " cannot be run: " + withoutPeriod(obstacle);
        }
        boolean right =
                switch (kind) {
                    case POSTGRESQL -> words.contains("PostgreSQL");
                    case MARIADB -> words.contains("MariaDB");
                    case MYSQL -> words.contains("Ver ") && !words.contains("MariaDB");
                };
        return right
                ? ""
                : server + " is not " + kind.product() + ": it says '"
                        + words.lines().findFirst().orElse("") + "'";
    }

    private static String withoutPeriod(String sentence) {
        return sentence.replaceAll("\\.$", "");
    }

    private String remedy() {
        return "Install " + kind.product() + ", or set fk." + kind.dialect() + ".home to the directory where it is.";
    }
}
