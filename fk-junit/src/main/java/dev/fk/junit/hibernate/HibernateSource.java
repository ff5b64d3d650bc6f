package dev.fk.junit.hibernate;

import dev.fk.core.database.Database;
import dev.fk.core.source.Fingerprint;
import dev.fk.core.source.SchemaSource;
import dev.fk.junit.provision.Libraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The tables that Hibernate itself would create for entities; works with Hibernate 6.4 to 7. What it logs goes where its
 * logs go.
 *
 * <pre>{@code
 * HibernateSource.of(Customer.class, Order.class)
 *         .with("hibernate.physical_naming_strategy",
 *               "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy") // as in Spring Boot
 * }</pre>
 *
 * @param entities classes with annotations of Jakarta Persistence: entities, and what they need beside them
 * @param settings Hibernate's own, by their full names
 */
@API(status = Status.EXPERIMENTAL)
public record HibernateSource(List<Class<?>> entities, Map<String, String> settings) implements SchemaSource {
    private static final String LIBRARY = "org.hibernate.SessionFactory";

    public HibernateSource {
        entities = List.copyOf(entities);
        settings = Map.copyOf(settings);
        if (entities.isEmpty()) {
            throw new IllegalArgumentException("A source of Hibernate needs at least one entity.");
        }
    }

    /** @throws IllegalArgumentException without any entity */
    public static HibernateSource of(Class<?>... entities) {
        return new HibernateSource(List.of(entities), Map.of());
    }

    /** The same with one more setting, as in {@code persistence.xml}. */
    public HibernateSource with(String setting, String value) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put(setting, value);
        return new HibernateSource(entities, all);
    }

    /**
     * @throws IllegalStateException if Hibernate is not on the class path
     * @throws RuntimeException what Hibernate throws, as it is, at the first statement that the server refuses
     */
    @Override
    public void applyTo(Database database) {
        requireLibrary();
        new SchemaExport(entities, settings).into(database.dataSource());
    }

    /** Hibernate's own DDL for the entities, as it would write it for PostgreSQL and for MySQL, with the settings. */
    @Override
    public String fingerprint() {
        requireLibrary();
        List<String> texts = new ArrayList<>();
        entities.forEach(e -> texts.add(e.getName()));
        new TreeMap<>(settings).forEach((setting, value) -> texts.add(setting + "=" + value));
        texts.addAll(new SchemaExport(entities, settings).scripts());
        return Fingerprint.of(texts);
    }

    private static void requireLibrary() {
        if (!Libraries.present(LIBRARY)) {
            throw new IllegalStateException(
                    "Hibernate is not on the class path. Add org.hibernate.orm:hibernate-core, 6.4 or later.");
        }
    }

    @Override
    public String toString() {
        return "the entities " + entities.stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    }
}
