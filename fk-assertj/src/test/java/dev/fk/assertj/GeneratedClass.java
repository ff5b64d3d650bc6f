package dev.fk.assertj;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        Class<?> written = CompiledSource.load(
                Files.createTempDirectory("fk-generated"), name, source, "-Xlint:all", "-Xlint:-path", "-Werror");
        System.setProperty("fk.url", url);
        try {
            Constructor<?> constructor = written.getDeclaredConstructor();
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
