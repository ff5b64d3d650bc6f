package dev.fk.examples.oracles;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A schema by the scripts in a published jar that create it, for one engine. */
record PublishedSchema(String name, List<String> scripts) {
    private static final String FLOWABLE = "org/flowable/";
    private static final String SPRING = "org/springframework/";

    /** All that have DDL an engine understands. */
    static List<PublishedSchema> of(Engine engine) {
        return engine.isPostgres() ? processes("postgres", postgres()) : processes("mysql", mySql(engine));
    }

    private static List<PublishedSchema> postgres() {
        return List.of(
                schema("quartz", "org/quartz/impl/jdbcjobstore/tables_postgres.sql"),
                schema("spring-batch", SPRING + "batch/core/schema-postgresql.sql"),
                schema("spring-session", SPRING + "session/jdbc/schema-postgresql.sql"),
                schema("spring-integration", SPRING + "integration/jdbc/schema-postgresql.sql"),
                schema("spring-modulith", "schema-postgresql.sql", "schema-postgresql-archive.sql"),
                schema("spring-ai", SPRING + "ai/chat/memory/repository/jdbc/schema-postgresql.sql"),
                schema("jbpm", "db/ddl-scripts/postgresql/postgresql-jbpm-schema.sql"),
                jobrunr("common", "postgres"));
    }

    /** MariaDB takes MySQL's DDL where there is none of its own. */
    private static List<PublishedSchema> mySql(Engine engine) {
        boolean maria = engine == Engine.MARIADB;
        String own = maria ? "mariadb" : "mysql";
        List<PublishedSchema> schemas = List.of(
                schema("quartz", "org/quartz/impl/jdbcjobstore/tables_mysql_innodb.sql"),
                schema("spring-batch", SPRING + "batch/core/schema-" + own + ".sql"),
                schema("spring-session", SPRING + "session/jdbc/schema-mysql.sql"),
                schema("spring-integration", SPRING + "integration/jdbc/schema-mysql.sql"),
                schema("spring-modulith", "schema-" + own + ".sql", "schema-" + own + "-archive.sql"),
                schema("jbpm", "db/ddl-scripts/mysqlinnodb/mysql-innodb-jbpm-schema.sql"),
                schema("jbpm-cluster", "db/ddl-scripts/mysqlinnodb/mysql-innodb-cluster-jbpm-schema.sql"),
                jobrunr(own, own));
        return maria
                ? and(schemas, schema("spring-ai", SPRING + "ai/chat/memory/repository/jdbc/schema-mariadb.sql"))
                : schemas;
    }

    /** The process engines, which name the scripts of all databases alike. */
    private static List<PublishedSchema> processes(String database, List<PublishedSchema> others) {
        String camunda = "org/camunda/bpm/engine/db/create/activiti." + database + ".create.";
        String activiti = "org/activiti/db/create/activiti." + database + ".create.";
        String flowable = "/db/create/flowable." + database + ".create.";
        return and(
                others,
                schema(
                        "camunda",
                        camunda + "engine.sql",
                        camunda + "history.sql",
                        camunda + "identity.sql",
                        camunda + "case.engine.sql",
                        camunda + "case.history.sql",
                        camunda + "decision.engine.sql",
                        camunda + "decision.history.sql"),
                schema("activiti", activiti + "engine.sql", activiti + "history.sql"),
                schema(
                        "flowable",
                        FLOWABLE + "common" + flowable + "common.sql",
                        "org/flowable" + flowable + "engine.sql",
                        "org/flowable" + flowable + "history.sql"),
                schema("flowable-idm", FLOWABLE + "idm" + flowable + "identity.sql"),
                schema("flowable-events", FLOWABLE + "eventregistry" + flowable + "eventregistry.sql"),
                schema("flowable-dmn", FLOWABLE + "dmn" + flowable + "dmn.sql"),
                schema("flowable-cmmn", FLOWABLE + "cmmn" + flowable + "cmmn.sql"));
    }

    /** Its migrations in order; some have another text in the folder of a database. */
    private static PublishedSchema jobrunr(String own, String stats) {
        String[] scripts = {
            "common/migrations/v000__create_migrations_table",
            own + "/migrations/v001__create_job_table",
            "common/migrations/v002__create_recurring_job_table",
            own + "/migrations/v003__create_background_job_server_table",
            "common/migrations/v004__create_job_stats_view",
            "common/migrations/v005__update_job_stats_view",
            "common/migrations/v006__alter_table_jobs_add_recurringjob",
            "common/migrations/v007__alter_table_backgroundjobserver_add_delete_config",
            own + "/migrations/v008__alter_table_jobs_increase_jobAsJson_size",
            own + "/migrations/v009__change_jobrunr_job_counters_to_jobrunr_metadata",
            "common/migrations/v010__change_job_stats",
            "common/migrations/v013__alter_table_recurring_job_add_createdAt",
            stats + "/migrations/v014__improve_job_stats",
            "common/migrations/v015__alter_table_backgroundjobserver_add_name"
        };
        return new PublishedSchema(
                "jobrunr",
                Arrays.stream(scripts)
                        .map(s -> "org/jobrunr/storage/sql/" + s + ".sql")
                        .toList());
    }

    private static PublishedSchema schema(String name, String... scripts) {
        return new PublishedSchema(name, List.of(scripts));
    }

    private static List<PublishedSchema> and(List<PublishedSchema> some, PublishedSchema... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).toList();
    }

    List<Script> read() {
        return scripts.stream().map(Script::of).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
