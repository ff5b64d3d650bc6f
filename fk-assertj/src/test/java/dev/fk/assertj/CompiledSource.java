package dev.fk.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A class from its source, with all that the tests have on their class path, in a class loader of its own. */
final class CompiledSource {
    private CompiledSource() {}

    static Class<?> load(Path folder, String className, String source, String... options)
            throws IOException, ReflectiveOperationException {
        String simpleName = className.substring(className.lastIndexOf('.') + 1);
        Path file = Files.writeString(folder.resolve(simpleName + ".java"), source);
        StringWriter messages = new StringWriter();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> all = Stream.concat(
                        Stream.of("-d", folder.toString(), "-cp", classPath, "-proc:none"), Stream.of(options))
                .toList();
        boolean compiled = javac.getTask(
                        messages,
                        null,
                        null,
                        all,
                        null,
                        javac.getStandardFileManager(null, null, null).getJavaFileObjects(file))
                .call();
        assertThat(compiled).as(messages + "\n" + source).isTrue();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, CompiledSource.class.getClassLoader())
                .loadClass(className);
    }
}
