package dev.fk.junit.hibernate;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** Calls Hibernate; loaded when Hibernate is known to be there. */
record SchemaExport(List<Class<?>> entities, Map<String, String> settings) {
    private static final List<String> DIALECTS =
            List.of("org.hibernate.dialect.PostgreSQLDialect", "org.hibernate.dialect.MySQLDialect");

    void into(DataSource database) {
        Map<String, Object> connected = new TreeMap<>(settings);
        connected.put("jakarta.persistence.nonJtaDataSource", database);
        connected.put("hibernate.hbm2ddl.halt_on_error", true);
        with(connected, factory -> factory.getSchemaManager().exportMappedObjects(true));
    }

    /** Without a database: Hibernate is told which dialect it would meet. */
    List<String> scripts() {
        return DIALECTS.stream().map(this::script).toList();
    }

    private String script(String dialect) {
        StringWriter script = new StringWriter();
        Map<String, Object> offline = new TreeMap<>(settings);
        offline.put("hibernate.dialect", dialect);
        offline.put("hibernate.boot.allow_jdbc_metadata_access", false);
        offline.put("jakarta.persistence.schema-generation.database.action", "none");
        offline.put("jakarta.persistence.schema-generation.scripts.action", "create");
        offline.put("jakarta.persistence.schema-generation.scripts.create-target", script);
        with(offline, factory -> {
            // the script is written when the factory is built
        });
        return script.toString();
    }

    private void with(Map<String, Object> all, FactoryUse use) {
        StandardServiceRegistry registry =
                new StandardServiceRegistryBuilder().applySettings(all).build();
        try (SessionFactory factory = new MetadataSources(registry)
                .addAnnotatedClasses(entities.toArray(Class<?>[]::new))
                .buildMetadata()
                .buildSessionFactory()) {
            use.with(factory);
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    private interface FactoryUse {
        void with(SessionFactory factory);
    }
}
