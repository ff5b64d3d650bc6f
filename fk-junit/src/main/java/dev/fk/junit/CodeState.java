package dev.fk.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which state the code is: another one after each compilation, the same in all JVMs that run it. */
final class CodeState {
    private CodeState() {}

    /** Sizes and times of all files where these classes come from: a jar, or a directory of classes and resources. */
    static String of(Stream<Class<?>> classes) {
        List<Path> places = classes.map(c -> c.getProtectionDomain().getCodeSource())
                .filter(Objects::nonNull)
                .map(CodeState::place)
                .distinct()
                .sorted()
                .toList();
        return places.stream().flatMap(CodeState::files).collect(Collectors.joining(" "));
    }

    private static Path place(CodeSource source) {
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | FileSystemNotFoundException e) {
            throw new IllegalArgumentException("Nobody knows when " + source + " was compiled.", e);
        }
    }

    private static Stream<String> files(Path place) {
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile).sorted().map(CodeState::file).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(Path file) {
        try {
            return file + ":" + Files.size(file) + ":"
                    + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
