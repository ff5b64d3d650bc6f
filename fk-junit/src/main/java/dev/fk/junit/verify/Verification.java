package dev.fk.junit.verify;

import dev.fk.core.model.Models;
import dev.fk.core.plan.Risk;
import dev.fk.core.source.MigrationStep;
import dev.fk.core.source.ModelSource;
import dev.fk.core.source.SchemaSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is expected of migrations, and which exceptions are known. Immutable. Migrations are named by their ids or names.
 *
 * <pre>{@code
 * Verification.standard()
 *         .matching(ShopModels.MODELS)
 *         .golden("src/test/resources/schema.txt")
 *         .allowing(Risk.DESTRUCTIVE, "7")
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL)
public final class Verification {
    private static final String EVERY = "*";

    private static final Verification STANDARD = new Verification(
            List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Set.of(), false);

    private final List<Expectation> expectations;
    private final List<SchemaSource> releases;
    private final Optional<String> golden;
    private final Optional<String> lock;
    private final Optional<String> since;
    private final Map<Risk, Set<String>> allowed;
    private final Set<String> withoutUndo;
    private final boolean cautious;

    private Verification(
            List<Expectation> expectations,
            List<SchemaSource> releases,
            Optional<String> golden,
            Optional<String> lock,
            Optional<String> since,
            Map<Risk, Set<String>> allowed,
            Set<String> withoutUndo,
            boolean cautious) {
        this.expectations = List.copyOf(expectations);
        this.releases = List.copyOf(releases);
        this.golden = golden;
        this.lock = lock;
        this.since = since;
        this.allowed = Collections.unmodifiableMap(allowed);
        this.withoutUndo = Set.copyOf(withoutUndo);
        this.cautious = cautious;
    }

    /** Nothing but what holds for all migrations. */
    public static Verification standard() {
        return STANDARD;
    }

    /**
     * The migrations build what this source builds in a database of its own, and nothing else: tables, columns, keys,
     * foreign keys with their actions, indexes and checks. Names of constraints are not compared.
     */
    public Verification matching(SchemaSource source) {
        return expecting(new Expectation(source, true));
    }

    /** The migrations build what these models say, and nothing else. */
    public Verification matching(Models models) {
        return matching(new Declared(models));
    }

    /** The migrations build what this source builds, and perhaps more: further tables, columns, indexes. */
    public Verification containing(SchemaSource source) {
        return expecting(new Expectation(source, false));
    }

    /** The migrations build what these models say, and perhaps more: further tables, columns, indexes. */
    public Verification containing(Models models) {
        return containing(new Declared(models));
    }

    private Verification expecting(Expectation one) {
        List<Expectation> more =
                Stream.concat(expectations.stream(), Stream.of(one)).toList();
        return new Verification(more, releases, golden, lock, since, allowed, withoutUndo, cautious);
    }

    /**
     * A database that has this release, and gets the migrations then, has the same schema as one that had none. The release
     * is the migrations as they were, kept in a folder of their own, or a script with a dump.
     */
    public Verification upgradingFrom(SchemaSource release) {
        List<SchemaSource> more =
                Stream.concat(releases.stream(), Stream.of(release)).toList();
        return new Verification(expectations, more, golden, lock, since, allowed, withoutUndo, cautious);
    }

    /**
     * What they build is what this file says, one fact a line; {@code -Dfk.update} writes the file.
     *
     * @param file from the working directory, which is the module's; {@code {dialect}} in it stands for
     *     {@code postgresql}, {@code mysql} or {@code mariadb}
     */
    public Verification golden(String file) {
        return new Verification(expectations, releases, Optional.of(file), lock, since, allowed, withoutUndo, cautious);
    }

    /**
     * Migrations that stand in this file have not been edited, renamed or removed, and no new one comes before them;
     * {@code -Dfk.update} writes the file. It finds what a database that has run them would complain about.
     *
     * @param file from the working directory, which is the module's; with {@code {dialect}} in it, as in {@link #golden},
     *     there is one for each kind of server, of what runs there
     */
    public Verification lockedBy(String file) {
        return new Verification(
                expectations, releases, golden, Optional.of(file), since, allowed, withoutUndo, cautious);
    }

    /** Migrations up to this one have run everywhere: they still have to run, but are not asked for their undo and risks. */
    public Verification since(String migration) {
        return new Verification(
                expectations, releases, golden, lock, Optional.of(migration), allowed, withoutUndo, cautious);
    }

    /** These migrations may do that; without names, all may. */
    public Verification allowing(Risk risk, String... migrations) {
        Map<Risk, Set<String>> more = new EnumMap<>(Risk.class);
        more.putAll(allowed);
        Set<String> names = new TreeSet<>(allowed.getOrDefault(risk, Set.of()));
        names.addAll(List.of(migrations));
        if (migrations.length == 0) {
            names.add(EVERY);
        }
        more.put(risk, names);
        return new Verification(expectations, releases, golden, lock, since, more, withoutUndo, cautious);
    }

    /** Steps that fail if rows do not fit are refused, too, unless they are allowed. */
    public Verification refusingDataDependentSteps() {
        return new Verification(expectations, releases, golden, lock, since, allowed, withoutUndo, true);
    }

    /** These migrations need not have a way back. */
    public Verification withoutUndo(String... migrations) {
        Set<String> more = new TreeSet<>(withoutUndo);
        more.addAll(List.of(migrations));
        return new Verification(expectations, releases, golden, lock, since, allowed, more, cautious);
    }

    List<Expectation> expectations() {
        return expectations;
    }

    List<SchemaSource> releases() {
        return releases;
    }

    Optional<String> golden() {
        return golden;
    }

    Optional<String> lock() {
        return lock;
    }

    Optional<String> since() {
        return since;
    }

    boolean allows(Risk risk, MigrationStep step) {
        Set<String> names = allowed.getOrDefault(risk, Set.of());
        return risk == Risk.SAFE
                || (risk == Risk.DATA_DEPENDENT && !cautious)
                || names.contains(EVERY)
                || names.contains(step.id())
                || names.contains(step.name());
    }

    boolean needsNoUndo(MigrationStep step) {
        return withoutUndo.contains(step.id()) || withoutUndo.contains(step.name());
    }

    /** All names of migrations that are used, which have to exist. */
    List<String> names() {
        List<String> names = new ArrayList<>(withoutUndo);
        allowed.values().forEach(names::addAll);
        since.ifPresent(names::add);
        names.remove(EVERY);
        return names;
    }

    /** @param complete whether there may be nothing else */
    record Expectation(SchemaSource source, boolean complete) {
        String name() {
            return source instanceof Declared ? "the models" : simpleName();
        }

        private String simpleName() {
            return source.getClass().isRecord()
                    ? source.toString()
                    : source.getClass().getSimpleName();
        }
    }

    private record Declared(Models models) implements ModelSource {}
}
