package dev.fk.core.testing;

import dev.fk.core.model.Models;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

/** Compiles Java source, with all warnings of javac as errors; what it needs is read once. */
public final class Compiled implements AutoCloseable {
    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
    private final Path folder;

    public Compiled(Path folder) {
        this.folder = folder;
    }

    /** An object of the class with this source. */
    public <T> T make(String className, String source, Class<T> type) {
        try {
            Path classes = Files.createTempDirectory(folder, "classes");
            compile(className, source, classes);
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {classes.toUri().toURL()}, Compiled.class.getClassLoader());
            return type.cast(
                    loader.loadClass(className).getDeclaredConstructor().newInstance());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public void compile(String className, String source, Path classes) {
        StringWriter messages = new StringWriter();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-cp",
                classPath() + java.io.File.pathSeparator + classes,
                "-proc:none",
                "-Xlint:all,-path,-processing",
                "-Werror");
        if (!javac.getTask(messages, files, null, options, null, List.of(file)).call()) {
            throw new IllegalStateException("This does not compile:\n" + messages + source);
        }
    }

    /** What a migration is compiled with, and nothing of the tests. */
    private static String classPath() {
        return Stream.of(Models.class, NullMarked.class, API.class)
                .map(c -> Path.of(URI.create(c.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
