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
import java.util.ServiceLoader;

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
            throw new UsageException("Cannot load " + name + ": " + e);
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
            return ((MigrationSource) made(type)).migrations();
        }
        if (Migration.class.isAssignableFrom(type)) {
            return List.of((Migration) made(type));
        }
        throw new UsageException(type.getName() + " is neither a MigrationSource nor a Migration.");
    }

    /** What is registered in META-INF/services. */
    List<Migration> registeredMigrations() {
        return ServiceLoader.load(MigrationSource.class, loader).stream()
                .flatMap(p -> p.get().migrations().stream())
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
            return ((ModelSource) made(types.get(0))).models();
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
        List<ModelSource> found = ServiceLoader.load(ModelSource.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.size() > 1) {
            throw new UsageException("Several ModelSources are registered; say which with --models: "
                    + String.join(
                            ", ",
                            found.stream().map(s -> s.getClass().getName()).toList()) + ".");
        }
        return found.stream().map(ModelSource::models).findFirst();
    }

    private static Object made(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The constructor of " + type.getName() + " fails: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new UsageException(type.getName() + " needs a constructor without arguments: " + e.getMessage());
        }
    }
}
