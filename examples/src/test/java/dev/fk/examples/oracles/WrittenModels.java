package dev.fk.examples.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.generate.ModelWriter;
import dev.fk.core.model.Models;
import dev.fk.core.source.ModelSource;
import dev.fk.core.sync.Sync;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The models that fk writes of a schema compile, and are no difference. */
final class WrittenModels {
    private static final String NAME = "PublishedModels";

    private WrittenModels() {}

    static void check(PublishedSchema published, Engine engine, Database database) {
        String source = ModelWriter.of("", NAME).write(database);
        Path classes = Path.of("target", "written-models", engine + "-" + published.name());
        Models models = compiled(source, classes).models();
        assertThat(Sync.alter().plan(models, database).steps())
                .as(published.name() + " described by models")
                .isEmpty();
    }

    private static ModelSource compiled(String source, Path classes) {
        try {
            Files.createDirectories(classes);
            Path file = Files.writeString(classes.resolve(NAME + ".java"), source);
            StringWriter messages = new StringWriter();
            JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
            boolean compiles = javac.getTask(
                            messages,
                            null,
                            null,
                            List.of("-d", classes.toString(), "-cp", classPath(), "-proc:none"),
                            null,
                            javac.getStandardFileManager(null, null, null).getJavaFileObjects(file))
                    .call();
            assertThat(compiles).as(messages.toString()).isTrue();
            URL[] path = {classes.toUri().toURL()};
            return (ModelSource) new URLClassLoader(path, WrittenModels.class.getClassLoader())
                    .loadClass(NAME)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String classPath() {
        return Path.of(URI.create(Models.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
    }
}
