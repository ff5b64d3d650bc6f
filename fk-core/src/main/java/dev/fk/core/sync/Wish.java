package dev.fk.core.sync;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.TableCollation;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.diff.Reordering;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Nearest;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the models want, beside what is there, all in the server's normal form.
 *
 * @param mine what of the live schema belongs to the models
 * @param fulfilled whether that is what they want already
 */
record Wish(Database database, CanonicalSchema wanted, CanonicalSchema live, CanonicalSchema mine, boolean fulfilled) {
    /**
     * Tables from which on another thread is of use. Two processors and MariaDB 11.8.9, an alter with nothing to do against a
     * read: of 10 and 100 tables 1.16 and 1.17 without, 1.28 and 1.24 with; of 1000 1.23 and 1.12.
     */
    private static final int MANY = 300;

    /**
     * Canonicalizes the models (some of them, if {@code only} is not empty), reads the catalog and checks both. What the
     * server has word for word is not checked: it has taken it.
     *
     * @param anew whether tables that are there are created anew, their columns spelt as declared
     */
    static Wish of(
            Models models,
            Set<String> only,
            Database database,
            Function<Database, CanonicalSchema> reading,
            boolean anew) {
        Schema declared = only.isEmpty() ? models.schema() : selected(models, only);
        refuseNowhere(declared, database);
        Database inScope = database.withScope(scope(declared, database));
        // While the server works out its answer, which takes it ten times as long.
        Optional<CompletableFuture<CanonicalSchema>> early = declared.tables().size() < MANY
                ? Optional.empty()
                : Optional.of(CompletableFuture.supplyAsync(() -> inScope.canonical(declared)));
        CanonicalSchema live = reading.apply(inScope);
        Spelling spelling =
                new Spelling(database.dialect().identifiers(database.server()).columns(), live.schema());
        Schema spelt = anew ? declared : spelling.of(declared);
        CanonicalSchema usual = early.filter(e -> spelt.equals(declared))
                .map(e -> result(e, declared, inScope))
                .orElseGet(() -> inScope.canonical(spelt));
        Wish wish = beside(live, anew ? usual : asThere(spelt, usual, live, inScope), inScope);
        if (!wish.fulfilled) {
            wish.refuseProblems(models);
        }
        return wish;
    }

    /** With the names that models leave open, and with what they have no words for. */
    private static CanonicalSchema asThere(
            Schema declared, CanonicalSchema usual, CanonicalSchema live, Database database) {
        Optional<TableCollation> ofTables = database.dialect().tableCollation(database.server());
        Schema named = new TypeNames(declared, usual.schema(), live.schema()).asThere();
        Schema collated = new KeptCollations(named, usual.schema(), live.schema(), ofTables).asThere();
        CanonicalSchema wanted = collated.equals(declared) ? usual : database.canonical(collated);
        return withUnsaid(
                new KeyCollations(declared, live.schema(), ofTables).in(wanted), live.schema(), database.dialect());
    }

    private static CanonicalSchema withUnsaid(CanonicalSchema wanted, Schema live, Dialect dialect) {
        List<Table> tables = new ArrayList<>();
        boolean more = false;
        for (Table table : wanted.schema().tables().values()) {
            Table all = live.table(table.name())
                    .map(there -> dialect.withUnsaid(table, there))
                    .orElse(table);
            more |= !all.equals(table);
            tables.add(all);
        }
        return more ? wanted.restrictedTo(tables, wanted.schema().enums().values()) : wanted;
    }

    private static Wish beside(CanonicalSchema live, CanonicalSchema wanted, Database database) {
        CanonicalSchema mine = Ownership.of(wanted.schema(), live.schema()).restrict(live);
        return new Wish(database, wanted, live, mine, Differ.isSame(mine, wanted));
    }

    /** The same wish of another database that is to hold the same. */
    Wish in(Database other) {
        CanonicalSchema there = other.read();
        return beside(there, withUnsaid(wanted, there.schema(), other.dialect()), other);
    }

    /** What failed elsewhere fails here again, where whoever called is in the stack trace. */
    private static CanonicalSchema result(
            CompletableFuture<CanonicalSchema> early, Schema declared, Database database) {
        try {
            return early.join();
        } catch (CompletionException failed) {
            return database.canonical(declared);
        }
    }

    /** On the MySQL family a connection can be without a database, and then shows no tables. */
    private static void refuseNowhere(Schema declared, Database database) {
        Optional<QualifiedName> nowhere = declared.tables().keySet().stream()
                .filter(t -> t.schema().isEmpty())
                .findFirst()
                .filter(t -> database.server().defaultSchema().isEmpty());
        nowhere.ifPresent(t -> {
            throw new IllegalStateException(
                    database.location() + " names no database, so that there is none for the table " + t
                            + ". Put its name into the URL, or declare a schema for each model.");
        });
    }

    private void refuseProblems(Models models) {
        refuse(
                Preflight.with(
                        Preflight.check(wanted, live, database.dialect(), database.server()),
                        database.planner().examined(wanted.schema().tables().values(), live.schema())),
                models);
    }

    static void refuse(List<Problem> problems, Models models) {
        if (!problems.isEmpty()) {
            throw new PreflightException(problems.stream()
                    .map(p -> p.at(models.site(p.table(), p.columns())))
                    .toList());
        }
    }

    /** A table that is there but not shown would be created. */
    void refuseUnseen(ChangeSet changes) {
        database.inquiry()
                .refuseUnseen(changes.ofType(Change.CreateTable.class).stream()
                        .map(Change::subject)
                        .filter(t -> live.schema().table(t).isEmpty())
                        .toList());
    }

    /** What the changes cannot do; foreign keys of tables that are not declared have to stand afterwards as well. */
    void refuseChanges(ChangeSet changes, Models models) {
        List<Problem> problems = new ArrayList<>(Preflight.additions(changes, database.dialect()));
        problems.addAll(Preflight.removals(changes, live.schema(), database.dialect()));
        problems.addAll(Preflight.bystanders(
                changes, wanted.schema().tables().keySet(), live, database.dialect(), database.server()));
        refuse(problems, models);
    }

    private static Schema selected(Models models, Set<String> only) {
        Schema declared = models.schema();
        Set<QualifiedName> names = new TreeSet<>();
        for (String name : only) {
            names.add(models.table(name).orElseGet(() -> declaredTable(models, name)));
        }
        return Schema.of(
                declared.tables().values().stream()
                        .filter(t -> names.contains(t.name()))
                        .toList(),
                declared.enums().values());
    }

    private static QualifiedName declaredTable(Models models, String name) {
        List<String> known = new ArrayList<>(models.names());
        models.schema().tables().keySet().forEach(t -> known.add(t.toString()));
        return models.schema().tables().keySet().stream()
                .filter(t -> t.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no model or table " + name
                        + Nearest.endOfSentence(name, known) + " Declared are " + String.join(", ", known) + "."));
    }

    /** With the schemas of the tables and of those that they reference: one that is not in view seems to be missing. */
    private static CatalogScope scope(Schema declared, Database database) {
        Set<String> schemas = declared.tables().values().stream()
                .flatMap(t -> Stream.concat(
                        Stream.of(t.name()), t.foreignKeys().stream().map(ForeignKey::referencedTable)))
                .flatMap(n -> n.schema().stream())
                .filter(s -> !s.equals(database.server().defaultSchema()))
                .collect(Collectors.toSet());
        return database.scope().and(schemas);
    }

    /** What has to change in the declared tables; all others are left alone. */
    ChangeSet differences() {
        if (fulfilled) {
            return ChangeSet.of();
        }
        ChangeSet changes = Differ.diff(mine, wanted);
        Set<QualifiedName> inOtherWords = Expressions.tablesToNormalize(changes);
        return inOtherWords.isEmpty() ? changes : Differ.diff(mine, normalized(inOtherWords));
    }

    /** In the server's words it is seen which checks are those that are there. */
    private CanonicalSchema normalized(Set<QualifiedName> tables) {
        return withUnsaid(database.normalize(wanted, tables), live.schema(), database.dialect());
    }

    /**
     * Without dropping enum types that functions, views or tables out of view use: they are not of these tables alone. One that
     * is to come back with other labels has to go: of that, the plan says what stands in the way.
     */
    ChangeSet withoutUsedTypes(ChangeSet changes) {
        List<EnumDefinition> coming = changes.ofType(Change.CreateEnum.class).stream()
                .map(Change.CreateEnum::definition)
                .toList();
        List<EnumDefinition> going = changes.ofType(Change.DropEnum.class).stream()
                .map(Change.DropEnum::definition)
                .filter(e -> coming.stream().noneMatch(c -> c.name().equals(e.name()) && !c.equals(e)))
                .toList();
        Set<QualifiedName> used = database.usersOf(
                        going.stream().map(EnumDefinition::name).toList())
                .keySet();
        Set<EnumDefinition> staying =
                going.stream().filter(e -> used.contains(e.name())).collect(Collectors.toSet());
        return staying.isEmpty()
                ? changes
                : changes.filter(c -> !(c instanceof Change.DropEnum drop && staying.contains(drop.definition()))
                        && !(c instanceof Change.CreateEnum create && staying.contains(create.definition())));
    }

    /** The changes, and then the moves that bring the columns of the declared tables into their order. */
    ChangeSet reordered(ChangeSet changes) {
        return Reordering.after(changes, mine.schema(), wanted.schema());
    }
}
