/**
 * Schemas as values: models, migrations and live catalogs, their differences, plans and dialects.
 */
module dev.fk.core {
    requires transitive java.sql;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires static info.picocli;

    exports dev.fk.core.schema;
    exports dev.fk.core.diff;
    exports dev.fk.core.diagram;
    exports dev.fk.core.dialect;
    exports dev.fk.core.plan;
    exports dev.fk.core.rule;
    exports dev.fk.core.parity;
    exports dev.fk.core.script;
    exports dev.fk.core.explain;
    exports dev.fk.core.model;
    exports dev.fk.core.model.annotation;
    exports dev.fk.core.database;
    exports dev.fk.core.probe;
    exports dev.fk.core.migration;
    exports dev.fk.core.sync;
    exports dev.fk.core.source;
    exports dev.fk.core.generate;
    exports dev.fk.core.cli;

    opens dev.fk.core.cli to
            info.picocli;

    uses dev.fk.core.dialect.Dialect;
    uses dev.fk.core.source.MigrationSource;
    uses dev.fk.core.source.ModelSource;

    provides dev.fk.core.dialect.Dialect with
            dev.fk.core.dialect.postgresql.PostgreSqlDialect,
            dev.fk.core.dialect.mysql.MySqlDialect,
            dev.fk.core.dialect.mysql.MariaDbDialect;
}
