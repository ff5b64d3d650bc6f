package dev.fk.core.migration;

import dev.fk.core.schema.QualifiedName;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds migrations where they are, so that a new one need not be added to a list. */
@API(status = Status.EXPERIMENTAL)
public final class Migrations {
    private static final String SUFFIX = ".class";

    private Migrations() {}

    /**
     * One of each class in this package, not in those below it, that implements {@link Migration} and has a constructor
     * without arguments; in the order of their ids. Folders and jars of the class path are looked into.
     *
     * @throws IllegalArgumentException if a class cannot be loaded or made
     */
    public static List<Migration> inPackage(String name) {
        ClassLoader own = Migrations.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return inPackage(name, context == null ? own : context);
    }

    /** Whether it is one of the tables in which fk remembers migrations. */
    public static boolean isHistory(QualifiedName table) {
        return CallHandler.isOwn(table);
    }

    /** As {@link #inPackage(String)}, on the class path of this loader. */
    public static List<Migration> inPackage(String name, ClassLoader loader) {
        List<Migration> found = new ArrayList<>();
        for (String className : classes(name, loader)) {
            Class<?> type = load(className, loader);
            if (Migration.class.isAssignableFrom(type) && isInstantiable(type)) {
                found.add(made(type.asSubclass(Migration.class)));
            }
        }
        found.sort(Comparator.comparing(Migration::id));
        return List.copyOf(found);
    }

    private static boolean isInstantiable(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers())
                && Stream.of(type.getDeclaredConstructors()).anyMatch(c -> c.getParameterCount() == 0);
    }

    private static Set<String> classes(String name, ClassLoader loader) {
        Set<String> classes = new TreeSet<>();
        ClassPathFolder.files(name.replace('.', '/'), loader).stream()
                .filter(f -> f.endsWith(SUFFIX))
                .forEach(f -> classes.add(name + "." + f.substring(0, f.length() - SUFFIX.length())));
        return classes;
    }

    private static Class<?> load(String className, ClassLoader loader) {
        try {
            return Class.forName(className, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalArgumentException("Cannot load " + className + ": " + e, e);
        }
    }

    private static Migration made(Class<? extends Migration> type) {
        try {
            Constructor<? extends Migration> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (LinkageError e) {
            Object reason = Optional.<Throwable>ofNullable(e.getCause()).orElse(e);
            throw new IllegalArgumentException("Cannot make a " + type.getName() + ": " + reason, e);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("The constructor of " + type.getName() + " fails: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Cannot make a " + type.getName() + ": " + e.getMessage(), e);
        }
    }
}
