/**
 * Schemas as values: models, migrations and live catalogs, their differences, plans and dialects.
 */
module dev.fk.core {
    requires transitive java.sql;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports dev.fk.core.schema;
}
