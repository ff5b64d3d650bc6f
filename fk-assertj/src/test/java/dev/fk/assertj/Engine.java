package dev.fk.assertj;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** A server that the assertions are run on, and what it has no meaning for. One server of each per virtual machine. */
enum Engine {
    POSTGRESQL(PostgresTestServer::new, Set.of(), Set.of("DeletionAssert.isProven"), Map.of()),
    MYSQL(
            () -> new FamilyTestServer("mysql", "mysql:9"),
            Family.and(
                    "SchemaAssert.hasSequence",
                    "SchemaAssert.hasSequence.2",
                    "SchemaAssert.hasOnlySequences",
                    "SchemaAssert.hasOnlySequences.2",
                    "SequenceAssert.startsAt",
                    "SequenceAssert.incrementsBy"),
            Set.of(
                    "DeletionAssert.isProven",
                    "ForeignKeyAssert.isNotDeferrable",
                    "ForeignKeyAssert.isValidated",
                    "ForeignKeyAssert.isEnforced",
                    "ForeignKeyAssert.isIndexed",
                    "IndexAssert.isNotPartial",
                    "KeyAssert.isNotDeferrable",
                    "KeyAssert.hasNullsDistinct",
                    "SchemaAssert.doesNotHaveSequence",
                    "SchemaAssert.doesNotHaveSequence.2",
                    "ColumnAssert.isNotIdentity"),
            Family.WORDS),
    MARIADB(
            () -> new FamilyTestServer("mariadb", "mariadb:11.8"),
            Family.and("CheckAssert.isNotEnforced"),
            Set.of(
                    "ForeignKeyAssert.isNotDeferrable",
                    "ForeignKeyAssert.isValidated",
                    "ForeignKeyAssert.isEnforced",
                    "CheckAssert.isValidated",
                    "IndexAssert.isNotPartial",
                    "KeyAssert.isNotDeferrable",
                    "KeyAssert.hasNullsDistinct",
                    "ColumnAssert.isNotIdentity"),
            Family.WORDS);

    /** What MySQL and MariaDB have in common. */
    private static final class Family {
        static final Set<String> NEVER = Set.of(
                "ForeignKeyAssert.isDeferrable",
                "ForeignKeyAssert.isInitiallyDeferred",
                "ForeignKeyAssert.isNotValid",
                "ForeignKeyAssert.isNotEnforced",
                "ForeignKeyAssert.hasMatchType",
                "ForeignKeyAssert.setsDefaultOnDelete",
                "ForeignKeyAssert.setsDefaultOnUpdate",
                "IndexAssert.isPartial",
                "IndexAssert.hasCondition",
                "ColumnAssert.isIdentity",
                "ColumnAssert.isIdentity.2",
                "KeyAssert.isDeferrable",
                "KeyAssert.isInitiallyDeferred",
                "KeyAssert.hasNullsNotDistinct",
                "CheckAssert.isNotValid",
                "SchemaAssert.hasEnum",
                "SchemaAssert.hasEnum.2",
                "SchemaAssert.hasOnlyEnums",
                "SchemaAssert.hasOnlyEnums.2",
                "ViewAssert.isMaterialized",
                "PlanAssert.isTransactional");
        static final Map<String, String> WORDS = Map.of(
                "\\\"",
                "`",
                "(\"C\")",
                "(\"utf8mb4_bin\")",
                "(\"room_pkey\", ",
                "(",
                "role || ' ' || status",
                "concat(role, ' ', status)",
                "status || ' ' || role",
                "concat(status, ' ', role)");

        static Set<String> and(String... more) {
            return Stream.concat(NEVER.stream(), Stream.of(more)).collect(Collectors.toSet());
        }
    }

    private final Supplier<TestServer> start;
    private final Set<String> never;
    private final Set<String> always;
    private final Map<String, String> words;
    private Optional<TestServer> server = Optional.empty();
    private Optional<RuntimeException> missing = Optional.empty();

    Engine(Supplier<TestServer> start, Set<String> never, Set<String> always, Map<String, String> words) {
        this.start = start;
        this.never = never;
        this.always = always;
        this.words = words;
    }

    /** Started at the first call; where that fails, every call tells why. */
    synchronized TestServer server() {
        if (server.isEmpty() && missing.isEmpty()) {
            try {
                server = Optional.of(start.get());
            } catch (TestAbortedException | IllegalStateException e) {
                missing = Optional.of(e);
            }
        }
        return server.orElseThrow(missing::orElseThrow);
    }

    /** Whether a server has been started. */
    synchronized boolean isRunning() {
        return server.isPresent();
    }

    /** Nothing on this server can be so; the failure must say it. */
    boolean neverHas(String assertion) {
        return never.contains(assertion);
    }

    /** Everything on this server is so. */
    boolean alwaysHas(String assertion) {
        return always.contains(assertion);
    }

    /** The example in the words of this server. */
    JavadocExample inItsWords(JavadocExample example) {
        return new JavadocExample(example.assertion(), inItsWords(example.passes()), inItsWords(example.fails()));
    }

    private String inItsWords(String code) {
        String translated = code;
        for (Map.Entry<String, String> word : words.entrySet()) {
            translated = translated.replace(word.getKey(), word.getValue());
        }
        return translated;
    }

    /** A collation that is nobody's default. */
    String collation() {
        return this == POSTGRESQL ? "C" : "utf8mb4_bin";
    }

    /** A table that no model declares, with a computed column. */
    String computedTable() {
        String integer = this == POSTGRESQL ? "integer" : "int";
        return "CREATE TABLE receipt (no integer PRIMARY KEY, amount integer NOT NULL, twice " + integer
                + " GENERATED ALWAYS AS (amount + 1) STORED)";
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
