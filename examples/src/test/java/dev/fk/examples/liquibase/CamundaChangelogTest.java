package dev.fk.examples.liquibase;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.source.CompositeSource;
import dev.fk.core.source.SchemaSource;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import dev.fk.junit.liquibase.LiquibaseSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The changelog of Camunda 7.23, as it is in its jar: a baseline of 7.16 and an upgrade for each version since. */
class CamundaChangelogTest {
    private static final String CHANGELOG = "classpath:org/camunda/bpm/engine/db/liquibase/camunda-changelog.xml";

    @Test
    @WithSchema(liquibase = CHANGELOG)
    void on_postgresql() {
        in_lower_case();
    }

    @Test
    @Tag("thorough")
    @WithSchema(liquibase = CHANGELOG, dialect = "mysql", whenUnavailable = WhenUnavailable.ABORT)
    void on_mysql() {
        in_upper_case();
    }

    /** Camunda's changelog names the kinds of servers it knows, MariaDB not among them; its documentation says MySQL. */
    @Test
    @Tag("thorough")
    @WithSchema(value = OnMariaDb.class, dialect = "mariadb", whenUnavailable = WhenUnavailable.ABORT)
    void on_mariadb() {
        in_upper_case();
    }

    static final class OnMariaDb implements CompositeSource {
        @Override
        public List<SchemaSource> sources() {
            return List.of(LiquibaseSource.of(CHANGELOG).with("db.name", "mysql"));
        }
    }

    /** Executions belong to executions, tasks to executions; PostgreSQL reads the names in lower case. */
    private static void in_lower_case() {
        assertThat(table("act_ru_execution")).hasForeignKey("parent_id_").referencing("act_ru_execution", "id_");
        assertThat(table("act_ru_task")).hasForeignKey("execution_id_").referencing("act_ru_execution", "id_");
    }

    /** The names are written in upper case, which MySQL and MariaDB keep. */
    private static void in_upper_case() {
        assertThat(table("ACT_RU_EXECUTION")).hasForeignKey("PARENT_ID_").referencing("ACT_RU_EXECUTION", "ID_");
        assertThat(table("ACT_RU_TASK")).hasForeignKey("EXECUTION_ID_").referencing("ACT_RU_EXECUTION", "ID_");
    }
}
