package dev.fk.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A class of assertions that was written by fk, compiled with all warnings as errors, and run test by test. */
final class GeneratedClass {
    private final Object tests;

    private GeneratedClass(Object tests) {
        this.tests = tests;
    }

    /** @param url with user and password, where the class is to find its database */
    static synchronized GeneratedClass of(String source, String name, String url)
            throws IOException, ReflectiveOperationException {
        Path folder = Files.createTempDirectory("fk-generated");
        Path file = folder.resolve(name + ".java");
        Files.writeString(file, source);
        StringWriter messages = new StringWriter();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> options = List.of(
                "-d", folder.toString(), "-cp", classPath, "-proc:none", "-Xlint:all", "-Xlint:-path", "-Werror");
        boolean compiled = javac.getTask(
                        messages,
                        null,
                        null,
                        options,
                        null,
                        javac.getStandardFileManager(null, null, null).getJavaFileObjects(file))
                .call();
        assertThat(compiled).as(messages + "\n" + source).isTrue();
        URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, GeneratedClass.class.getClassLoader());
        System.setProperty("fk.url", url);
        try {
            Constructor<?> constructor = loader.loadClass(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            GeneratedClass generated = new GeneratedClass(constructor.newInstance());
            generated.call("connect");
            return generated;
        } finally {
            System.clearProperty("fk.url");
        }
    }

    List<String> tests() {
        return Stream.of(tests.getClass().getDeclaredMethods())
                .filter(m -> m.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .sorted()
                .toList();
    }

    /** What is wrong according to one test. */
    Optional<AssertionError> run(String test) throws ReflectiveOperationException {
        try {
            call(test);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof AssertionError failed) {
                return Optional.of(failed);
            }
            throw e;
        }
    }

    private void call(String name) throws ReflectiveOperationException {
        Method method = tests.getClass().getDeclaredMethod(name);
        method.setAccessible(true);
        method.invoke(tests);
    }
}
