package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseLockedException;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Several processes bring one database in line with the same models. */
@OnPostgres
class ConcurrentSyncTest {
    private static final int AT_ONCE = 6;

    private static final Models MODELS = Models.define(models -> {
        var parent = models.model("Parent", m -> m.tableName("parent")
                .attribute("id", integer().primaryKey().autoIncrement())
                .attribute("name", string(45).notNull())
                .noTimestamps());
        var child = models.model("Child", m -> m.tableName("child")
                .attribute("id", integer().primaryKey().autoIncrement())
                .noTimestamps());
        parent.hasMany(child, a -> a.foreignKey("parentId"));
    });

    @TestFactory
    Stream<DynamicTest> only_one_of_them_finds_something_to_do(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("alter", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Callable<Plan> alter = () -> Sync.alter().run(MODELS, database);
                    List<Plan> plans = atOnce(alter);
                    assertThat(plans).filteredOn(p -> !p.isEmpty()).hasSize(1);
                    assertThat(Sync.alter().plan(MODELS, database).isEmpty()).isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> force_is_not_interleaved_either(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("force", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Callable<Plan> force = () -> Sync.force().verifying().run(MODELS, database);
                    assertThat(atOnce(force)).allMatch(p -> !p.isEmpty());
                    assertThat(Sync.alter().plan(MODELS, database).isEmpty()).isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> an_index_built_concurrently_does_not_wait_for_those_who_wait_for_the_lock(
            PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("online", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Sync.create().run(ShopModels.BEFORE, database);
                    Callable<Plan> online =
                            () -> ShopModels.afterwards().online().run(ShopModels.AFTER, database);
                    assertThat(atOnce(online)).filteredOn(p -> !p.isEmpty()).hasSize(1);
                }));
    }

    @TestFactory
    Stream<DynamicTest> who_does_not_get_the_lock_is_told_who_has_it(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("locked", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Sync impatient = Sync.alter().waiting(Duration.ofMillis(20));
                    database.exclusively(Duration.ZERO, holder -> {
                        assertThatThrownBy(() -> impatient.run(MODELS, database))
                                .isInstanceOf(DatabaseLockedException.class)
                                .hasMessageStartingWith(
                                        "Another process is changing this database, and has not finished within"
                                                + " 20 ms. Nothing was executed.")
                                .hasMessageContainingAll("lock: connection ", " of ", " from ")
                                .hasMessageContaining(
                                        server.isTransactional() ? "SELECT pg_terminate_backend(" : "KILL ");
                        assertThat(database.read().schema().tables()).isEmpty();
                        return holder;
                    });
                    assertThat(impatient.run(MODELS, database).isEmpty()).isFalse();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_sync_inside_a_transaction_locks_until_its_end(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("transaction", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.inTransaction(inside -> Sync.create().run(MODELS, inside));
                    assertThat(Sync.alter()
                                    .waiting(Duration.ZERO)
                                    .run(MODELS, database)
                                    .isEmpty())
                            .isTrue();
                    assertThat(Sync.force()
                                    .waiting(Duration.ZERO)
                                    .run(MODELS, database)
                                    .isEmpty())
                            .isFalse();
                }));
    }

    private static List<Plan> atOnce(Callable<Plan> sync) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CountDownLatch start = new CountDownLatch(AT_ONCE);
            Callable<Plan> together = () -> {
                start.countDown();
                start.await();
                return sync.call();
            };
            List<Future<Plan>> running = Stream.generate(() -> threads.submit(together))
                    .limit(AT_ONCE)
                    .toList();
            return running.stream().map(ConcurrentSyncTest::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Plan result(Future<Plan> plan) {
        try {
            return plan.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError("A sync failed beside others", e);
        }
    }
}
