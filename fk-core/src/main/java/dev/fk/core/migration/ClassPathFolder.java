package dev.fk.core.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A folder of the class path: what is in it, in directories and in jars. */
@API(status = Status.INTERNAL)
public final class ClassPathFolder {
    private ClassPathFolder() {}

    /**
     * The names of the files in it, not of those in folders below; none if there is no such folder.
     *
     * @param folder with slashes between, and none at either end
     */
    public static Set<String> files(String folder, ClassLoader loader) {
        Set<String> files = new TreeSet<>();
        try {
            for (URL url : Collections.list(loader.getResources(folder))) {
                files.addAll(url.getProtocol().equals("file") ? filesIn(url.toURI()) : entriesIn(url, folder + "/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + folder + " on the class path", e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "Cannot look into " + folder + " on the class path: " + e.getMessage(), e);
        }
        return files;
    }

    private static List<String> filesIn(URI folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(f -> String.valueOf(f.getFileName())).toList();
        }
    }

    private static List<String> entriesIn(URL url, String folder) throws IOException {
        URLConnection connection = url.openConnection();
        if (!(connection instanceof JarURLConnection jar)) {
            return List.of();
        }
        return jar.getJarFile().stream()
                .map(e -> e.getName())
                .filter(n -> n.startsWith(folder) && n.indexOf('/', folder.length()) < 0)
                .map(n -> n.substring(folder.length()))
                .toList();
    }
}
