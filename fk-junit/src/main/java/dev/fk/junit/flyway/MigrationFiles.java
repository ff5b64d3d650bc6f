package dev.fk.junit.flyway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What lies in the locations of migrations, without asking Flyway, which needs a database to answer. */
final class MigrationFiles {
    private static final String CLASS_PATH = "classpath:";
    private static final String FILE_SYSTEM = "filesystem:";

    private MigrationFiles() {}

    /**
     * Names and contents, in one order everywhere.
     *
     * @throws IllegalArgumentException if nothing is there
     */
    static List<String> contents(String location) {
        List<String> contents = new ArrayList<>();
        for (MigrationFile file : required(location)) {
            contents.add(file.name());
            contents.add(file.content());
        }
        return contents;
    }

    /**
     * In one order everywhere.
     *
     * @throws IllegalArgumentException if nothing is there
     */
    static List<MigrationFile> required(String location) {
        List<MigrationFile> found = files(location);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("Flyway's location " + location + " has no files. Migrations lie in"
                    + " src/main/resources/db/migration as a rule, which is classpath:db/migration; a folder outside"
                    + " of the class path is filesystem:path/of/it.");
        }
        return found;
    }

    /** The same, perhaps none. */
    static List<MigrationFile> files(String location) {
        boolean inFileSystem = location.startsWith(FILE_SYSTEM);
        String path = inFileSystem
                ? location.substring(FILE_SYSTEM.length())
                : location.startsWith(CLASS_PATH) ? location.substring(CLASS_PATH.length()) : location;
        String folder = folder(path);
        try {
            List<MigrationFile> below = inFileSystem ? inFolder(Path.of(folder), folder) : onClassPath(folder);
            if (folder.length() >= path.length() - 1) {
                return below;
            }
            Pattern wanted = pattern(inFileSystem || !path.startsWith("/") ? path : path.substring(1));
            return below.stream()
                    .filter(f -> wanted.matcher(f.place().replace('\\', '/').substring(folder.isEmpty() ? 1 : 0))
                            .matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the migrations in " + location, e);
        }
    }

    /** Of the files in such folders and below; a word in braces stands for one of several servers. */
    private static Pattern pattern(String path) {
        StringBuilder regex = new StringBuilder();
        Matcher part = Pattern.compile("\\*\\*/?|\\*|\\?|\\{\\w+}|[^*?{]+|\\{").matcher(path);
        while (part.find()) {
            String text = part.group();
            regex.append(
                    switch (text) {
                        case "**/" -> "(?:.*/)?";
                        case "**" -> ".*";
                        case "*" -> "[^/]*";
                        case "?" -> "[^/]";
                        default -> text.matches("\\{\\w+}") ? "[^/]+" : Pattern.quote(text);
                    });
        }
        return Pattern.compile(regex + (path.endsWith("/") ? "" : "/") + ".*");
    }

    /** Up to what depends on the server or is a pattern. */
    private static String folder(String path) {
        int open = (int) path.chars().takeWhile(c -> "{*?".indexOf(c) < 0).count();
        String fixed = open == path.length() ? path : path.substring(0, path.lastIndexOf('/', open) + 1);
        return fixed.endsWith("/") ? fixed.substring(0, fixed.length() - 1) : fixed;
    }

    private static List<MigrationFile> onClassPath(String path) throws IOException {
        String folder = path.startsWith("/") ? path.substring(1) : path;
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? MigrationFiles.class.getClassLoader() : context;
        List<MigrationFile> contents = new ArrayList<>();
        for (URL url : Collections.list(loader.getResources(folder))) {
            contents.addAll(
                    url.getProtocol().equals("file")
                            ? inFolder(Path.of(URI.create(url.toString())), folder)
                            : inJar(url));
        }
        return contents;
    }

    private static List<MigrationFile> inFolder(Path folder, String shown) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<MigrationFile> contents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString();
                contents.add(new MigrationFile(name, shown + "/" + name, text(Files.readAllBytes(file))));
            }
        }
        return contents;
    }

    private static List<MigrationFile> inJar(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        if (!(connection instanceof JarURLConnection jarConnection)) {
            throw new IOException("There is no way to list the files of " + url + ".");
        }
        // not the cached one: others may have it open, and it is closed here
        connection.setUseCaches(false);
        List<MigrationFile> contents = new ArrayList<>();
        try (JarFile jar = jarConnection.getJarFile()) {
            String prefix =
                    jarConnection.getEntryName() + (jarConnection.getEntryName().endsWith("/") ? "" : "/");
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        String name = entry.getName();
                        contents.add(new MigrationFile(name, name, text(in.readAllBytes())));
                    }
                }
            }
        }
        return contents;
    }

    /** Byte by byte: encodings do not matter to a fingerprint. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
