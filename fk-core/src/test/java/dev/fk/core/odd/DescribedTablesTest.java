package dev.fk.core.odd;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.sync.Sync;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import dev.fk.core.testing.RandomSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A model that describes a table made by hand, as far as models have words, is in sync with it; and what it says anew changes
 * nothing else.
 */
@OnPostgres
class DescribedTablesTest {
    private static final int TABLES = Integer.getInteger("fk.random.tables", 15);
    private static final int FAILURES = Integer.getInteger("fk.random.failures", 5);

    private interface Law {
        /** @return what is wrong */
        String check(OddTable odd, Description description, Place place) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> models_of_what_is_there_change_nothing(PostgresServer postgres) {
        return onEach(postgres, "in sync", (odd, description, place) -> {
            Plan plan = Sync.alter().only("Described").plan(description.models(), place.database());
            return plan.isEmpty() ? "" : plan.render();
        });
    }

    @TestFactory
    Stream<DynamicTest> a_column_more_changes_nothing_else(PostgresServer postgres) {
        return onEach(postgres, "one more", (odd, description, place) -> {
            if (isHeld(odd, description)) {
                return "";
            }
            String before = place.text(odd);
            run(description.models(m -> m.attribute("added", integer())), place);
            return lost(before, place.text(odd));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_longer_column_is_otherwise_as_it_was(PostgresServer postgres) {
        return onEach(postgres, "longer", (odd, description, place) -> {
            Optional<Column> text = description.table().columns().stream()
                    .filter(c -> length(c) > 0)
                    .findFirst();
            if (text.isEmpty() || isHeld(odd, description) || isForgotten(odd)) {
                return "";
            }
            int length = length(text.get());
            Column longer = text.get().withType(new DataType.Varchar(OptionalInt.of(length + 1), false));
            String before = place.text(odd);
            try {
                run(description.with(longer).models(), place);
            } catch (PreflightException refused) {
                return isInUse(refused) ? lost(before, place.text(odd)) : refused.toString();
            }
            return lost(longer(before, length), longer(place.text(odd), length));
        });
    }

    /** PostgreSQL changes no type of a column that policies and triggers are about. */
    private static boolean isInUse(PreflightException refused) {
        return refused.problems().stream().allMatch(p -> p.code().equals("FK107"));
    }

    private static String longer(String text, int length) {
        return text.replace("(" + length + ")", "(" + (length + 1) + ")");
    }

    private static int length(Column column) {
        return column.type() instanceof DataType.Varchar varchar && !varchar.binary()
                ? varchar.length().orElse(0)
                : 0;
    }

    /** PostgreSQL 18.6 forgets in partitions how a column is compressed. */
    private static boolean isForgotten(OddTable odd) {
        return odd.toString().contains("COMPRESSION") && odd.toString().contains("PARTITION OF");
    }

    /** Of a type it has what that has, and a table that keeps its past is altered only with consent. */
    private static boolean isHeld(OddTable odd, Description description) {
        return odd.toString().contains(" OF comp ")
                || description.table().options().has("with system versioning");
    }

    private static void run(Models models, Place place) {
        Sync.alter().only("Described").verifying().run(models, place.database());
    }

    private static String lost(String before, String after) {
        Set<String> there = after.lines().collect(Collectors.toSet());
        String lost = before.lines()
                .filter(l -> !there.contains(l))
                .map(l -> "- " + l + "\n")
                .collect(Collectors.joining());
        return lost.isEmpty() ? "" : lost + "now:\n" + after;
    }

    private static Stream<DynamicTest> onEach(PostgresServer postgres, String what, Law law) {
        long first = RandomSchemas.seed();
        return EachServer.all(postgres)
                .map(server -> server.test(what, fresh -> {
                    Place place = new Place(Database.of(fresh.dataSource()), server, postgres.majorVersion());
                    List<String> failures = new ArrayList<>();
                    int described = 0;
                    for (long seed = first; seed < first + TABLES && failures.size() < FAILURES; seed++) {
                        OddTable odd = place.table(seed);
                        Optional<Description> description = place.make(odd) ? describe(odd, place) : Optional.empty();
                        if (description.isPresent()) {
                            described++;
                            String wrong = check(law, odd, description.get(), place);
                            if (!wrong.isEmpty()) {
                                failures.add("\n-Dfk.random.seed=" + seed + " -Dfk.random.tables=1 on " + server + "\n"
                                        + odd + "\n" + wrong);
                            }
                        }
                    }
                    System.out.printf(
                            "described tables, %s, on %s: %d, -Dfk.random.seed=%d%n", what, server, described, first);
                    assertThat(failures).isEmpty();
                    assertThat(described).isPositive();
                }));
    }

    private static Optional<Description> describe(OddTable odd, Place place) {
        Table table = place.database()
                .read()
                .schema()
                .table(QualifiedName.of(odd.name()))
                .orElseThrow(() -> new AssertionError("not read: " + odd));
        return Optional.of(new Description(table)).filter(d -> !d.isAnother());
    }

    private static String check(Law law, OddTable odd, Description description, Place place) {
        try {
            return law.check(odd, description, place);
        } catch (Exception e) {
            return e.toString();
        }
    }
}
