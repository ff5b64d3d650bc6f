package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.date;
import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.EachServer;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Tables that the MySQL family keeps in partitions. */
@Tag("thorough")
class PartitionedTablesTest {
    @TestFactory
    Stream<DynamicTest> stay_so_without_drops_whatever_the_model_says() {
        return EachServer.family()
                .map(server -> server.test("partitions of the administrator", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql(
                            "CREATE TABLE reading (id INT PRIMARY KEY, v INT) PARTITION BY HASH (id) PARTITIONS 3"));
                    Models models = Models.define(all -> all.model("Reading", m -> m.tableName("reading")
                            .attribute("id", integer().primaryKey())
                            .attribute("v", bigInteger())
                            .noTimestamps()));
                    Sync sync = Sync.alter().withoutDrops();

                    assertThat(sync.run(models, database).steps()).hasSize(1);
                    assertThat(database.read()
                                    .schema()
                                    .table(QualifiedName.of("reading"))
                                    .orElseThrow()
                                    .options()
                                    .has("partition by"))
                            .isTrue();
                    assertThat(sync.plan(models, database).isEmpty()).isTrue();
                }));
    }

    private static Models readings(String day, Optional<String> by) {
        return Models.define(all -> all.model("Reading", m -> {
            m.tableName("reading")
                    .noPrimaryKey()
                    .attribute("id", integer().notNull())
                    .attribute(day, date())
                    .noTimestamps();
            by.ifPresent(b -> m.option("partition by", b));
        }));
    }

    @TestFactory
    Stream<DynamicTest> lose_their_partitions_before_the_column_that_these_are_by() {
        return EachServer.family().flatMap(server -> Stream.of(
                        Optional.<String>empty(),
                        Optional.of("HASH (id) PARTITIONS 2"),
                        Optional.of("RANGE (year(night)) (PARTITION p0 VALUES LESS THAN (2000))"))
                .map(by -> server.test(by + " instead", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Sync sync = Sync.alter().allowing(Risk.DESTRUCTIVE);
                    sync.run(
                            readings("day", Optional.of("RANGE (year(day)) (PARTITION p0 VALUES LESS THAN MAXVALUE)")),
                            database);

                    sync.rehearsing().verifying().run(readings("night", by), database);
                    assertThat(sync.plan(readings("night", by), database).isEmpty())
                            .isTrue();
                })));
    }

    @TestFactory
    Stream<DynamicTest> are_left_alone_once_they_are_as_declared() {
        return EachServer.family().flatMap(server -> Stream.of(
                        "HASH (id)", "LINEAR HASH (id)", "KEY (id)", "HASH (id) PARTITIONS 3")
                .map(by -> server.test(by, fresh -> {
                    Models models = Models.define(all -> all.model("Reading", m -> m.tableName("reading")
                            .attribute("id", integer().primaryKey())
                            .option("partition by", by)
                            .noTimestamps()));
                    Database database = Database.of(fresh.dataSource());
                    Sync.create().run(models, database);

                    assertThat(Sync.alter().plan(models, database).render()).contains("nothing to do");
                })));
    }
}
