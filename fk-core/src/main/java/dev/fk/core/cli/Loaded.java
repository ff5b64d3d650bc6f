package dev.fk.core.cli;

import dev.fk.core.migration.Migration;
import dev.fk.core.migration.Migrations;
import dev.fk.core.model.Models;
import dev.fk.core.source.MigrationSource;
import dev.fk.core.source.ModelSource;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Migrations and models of the user's class path, by the names of classes and packages. */
record Loaded(ClassLoader loader) {
    static Loaded onClassPath() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return new Loaded(context == null ? Fk.class.getClassLoader() : context);
    }

    Optional<Class<?>> type(String name) {
        try {
            return Optional.of(Class.forName(name, true, loader));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (LinkageError e) {
            throw new UsageException("Cannot load " + name + ": " + reason(e));
        }
    }

    /** Of each name: a source, a migration, or all of a package. */
    List<Migration> migrations(List<String> names) {
        List<Migration> all = new ArrayList<>();
        for (String name : names) {
            List<Migration> found =
                    type(name).map(this::migrationsOf).orElseGet(() -> Migrations.inPackage(name, loader));
            if (found.isEmpty()) {
                throw new UsageException(
                        "There is no migration in " + name + " on the class path: it is neither a class"
                                + " nor a package with classes that implement Migration. Is it compiled?");
            }
            all.addAll(found);
        }
        return all;
    }

    private List<Migration> migrationsOf(Class<?> type) {
        if (MigrationSource.class.isAssignableFrom(type)) {
            MigrationSource source = (MigrationSource) made(type);
            return told(type, "migrations()", source::migrations);
        }
        if (Migration.class.isAssignableFrom(type)) {
            return List.of((Migration) made(type));
        }
        throw new UsageException(type.getName() + " is neither a MigrationSource nor a Migration.");
    }

    /** What is registered in META-INF/services. */
    List<Migration> registeredMigrations() {
        return registered(MigrationSource.class)
                .flatMap(s -> told(s.getClass(), "migrations()", s::migrations).stream())
                .toList();
    }

    /** A source, or records that are models. */
    Models models(List<String> names) {
        List<Class<?>> types = new ArrayList<>();
        for (String name : names) {
            types.add(type(name)
                    .orElseThrow(() ->
                            new UsageException("There is no class " + name + " on the class path. Is it compiled?")));
        }
        if (types.size() == 1 && ModelSource.class.isAssignableFrom(types.get(0))) {
            ModelSource source = (ModelSource) made(types.get(0));
            return told(types.get(0), "models()", source::models);
        }
        for (Class<?> type : types) {
            if (!type.isRecord()) {
                throw new UsageException(type.getName() + " is neither a record nor "
                        + (types.size() == 1 ? "a ModelSource." : "alone: only records can be named together."));
            }
        }
        return Models.of(types.toArray(Class<?>[]::new));
    }

    Optional<Models> registeredModels() {
        List<ModelSource> found = registered(ModelSource.class).toList();
        if (found.size() > 1) {
            throw new UsageException("Several ModelSources are registered; say which with --models: "
                    + String.join(
                            ", ",
                            found.stream().map(s -> s.getClass().getName()).toList()) + ".");
        }
        return found.stream()
                .map(s -> told(s.getClass(), "models()", s::models))
                .findFirst();
    }

    private <T> Stream<T> registered(Class<T> type) {
        try {
            return ServiceLoader.load(type, loader).stream().map(ServiceLoader.Provider::get).toList().stream();
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException(
                    "What META-INF/services registers cannot be made: " + e.getMessage()
                            + Optional.ofNullable(e.getCause())
                                    .map(c -> ": " + c)
                                    .orElse(""),
                    e);
        }
    }

    /** What a class of the user's says; a class that it needs may not be there. */
    private static <T> T told(Class<?> type, String method, Supplier<@Nullable T> asked) {
        T told;
        try {
            told = asked.get();
        } catch (LinkageError e) {
            throw new IllegalStateException(method + " of " + type.getName() + " fails: " + reason(e), e);
        }
        if (told == null) {
            throw new UsageException(method + " of " + type.getName() + " returns null.");
        }
        return told;
    }

    /** A static initializer that fails is hidden in its cause. */
    private static String reason(LinkageError error) {
        return error
                + Optional.ofNullable(error.getCause())
                        .map(c -> ", caused by " + c)
                        .orElse("");
    }

    private static Object made(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (LinkageError e) {
            throw new IllegalStateException("Cannot make a " + type.getName() + ": " + reason(e), e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The constructor of " + type.getName() + " fails: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new UsageException(type.getName() + " needs a constructor without arguments: " + e.getMessage());
        }
    }
}
