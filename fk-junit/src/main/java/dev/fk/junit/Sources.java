package dev.fk.junit;

import dev.fk.core.model.Models;
import dev.fk.core.source.ModelSource;
import dev.fk.core.source.SchemaSource;
import dev.fk.core.source.ScriptSource;
import dev.fk.junit.flyway.FlywaySource;
import dev.fk.junit.liquibase.LiquibaseSource;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** Makes schema sources of what an annotation names. */
final class Sources {
    private Sources() {}

    /**
     * Migrations come first, because they expect the empty database they were written for; scripts come last, because most
     * of them put rows into tables.
     */
    static List<SchemaSource> of(DeclaredSources declared) {
        List<SchemaSource> sources = new ArrayList<>();
        if (!declared.flyway().isEmpty()) {
            sources.add(FlywaySource.of(declared.flyway().toArray(String[]::new)));
        }
        declared.liquibase().forEach(c -> sources.add(LiquibaseSource.of(c)));
        sources.addAll(of(declared.types()));
        sources.addAll(declared.given());
        if (!declared.scripts().isEmpty()) {
            sources.add(new ScriptSource(declared.scripts()));
        }
        return List.copyOf(sources);
    }

    /** In the order of the classes; all records together are one source, where the first of them stands. */
    private static List<SchemaSource> of(List<Class<?>> types) {
        List<SchemaSource> sources = new ArrayList<>();
        boolean records = false;
        for (Class<?> type : types) {
            if (SchemaSource.class.isAssignableFrom(type)) {
                sources.add(newInstance(type.asSubclass(SchemaSource.class)));
            } else if (!type.isRecord()) {
                throw new ExtensionConfigurationException("@WithSchema names " + type.getName()
                        + ", which is neither a schema source nor a record. Let it implement ModelSource or"
                        + " SchemaSource, or declare its table as a record, in Kotlin as a @JvmRecord data class. Of entities"
                        + " HibernateSource is the source.");
            } else if (!records) {
                records = true;
                sources.add(new Records(Models.of(types.stream()
                        .filter(t -> t.isRecord() && !SchemaSource.class.isAssignableFrom(t))
                        .toArray(Class<?>[]::new))));
            }
        }
        return List.copyOf(sources);
    }

    private static SchemaSource newInstance(Class<? extends SchemaSource> type) {
        if (Modifier.isAbstract(type.getModifiers())
                || Arrays.stream(type.getDeclaredConstructors()).noneMatch(c -> c.getParameterCount() == 0)) {
            throw new ExtensionConfigurationException("@WithSchema names " + type.getName()
                    + ", which cannot be instantiated. It needs to be a class with a constructor without arguments,"
                    + " and static if it stands inside another.");
        }
        return ReflectionSupport.newInstance(type);
    }

    /** Models that were declared as records. */
    private record Records(Models models) implements ModelSource {}
}
