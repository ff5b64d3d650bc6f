package dev.fk.junit;

import dev.fk.core.model.Models;
import dev.fk.core.source.ModelSource;
import dev.fk.core.source.SchemaSource;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** Makes schema sources of the classes in an annotation. */
final class Sources {
    private Sources() {}

    /** In the order of the classes; all records together are one source, where the first of them stands. */
    static List<SchemaSource> of(List<Class<?>> types) {
        List<SchemaSource> sources = new ArrayList<>();
        boolean records = false;
        for (Class<?> type : types) {
            if (SchemaSource.class.isAssignableFrom(type)) {
                sources.add(newInstance(type.asSubclass(SchemaSource.class)));
            } else if (!type.isRecord()) {
                throw new ExtensionConfigurationException("@WithSchema names " + type.getName()
                        + ", which is neither a schema source nor a record. Let it implement ModelSource or"
                        + " SchemaSource, or declare its table as a record.");
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
