package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Equivalence;
import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.catalog.WantedForeignKey;
import dev.fk.core.database.Database;
import dev.fk.core.dialect.Capabilities;
import dev.fk.core.dialect.NameRules;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.PrimaryKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A constraint or index of another name. */
@API(status = Status.INTERNAL)
public final class ShouldBeNamed {
    private ShouldBeNamed() {}

    public static Failure foreignKey(
            TableView view, WantedForeignKey wanted, String name, List<ForeignKey> candidates) {
        WrongForeignKey wrong = new WrongForeignKey(view, wanted, candidates);
        return wrong.because(
                "the name differs", candidates.size() == 1 ? rename(view, candidates.get(0), name) : Remedy.none());
    }

    public static Failure constraint(TableView view, Constraint there, String name) {
        return Failure.expecting("another name for " + Names.subject(there) + " of table " + view.name())
                .want(there.withName(Optional.of(name)), "      [" + name + "]")
                .have(there, Names.tag("      ", there))
                .why(
                        keepsNames(view, there, name)
                                ? "the name differs"
                                : view.snapshot().database().server().product() + " has one name for all primary keys")
                .fix(rename(view, there, name));
    }

    public static Failure pattern(TableView view, List<? extends Constraint> there, String pattern) {
        String names = there.stream().map(Names::subject).collect(Collectors.joining(", "));
        return Failure.expecting("a constraint of table " + view.name() + " to have a name that matches " + pattern)
                .wanting(pattern)
                .have(Names.inLines(there))
                .having(names)
                .why(
                        pattern.contains("%")
                                ? "% is no wildcard in a regular expression, .* is"
                                : "the whole name has to match");
    }

    /** A name that a convention gives. */
    public static Failure convention(TableView view, Constraint there, String name) {
        return Failure.expecting(Names.subject(there) + " of table " + view.name() + " to be named by the convention")
                .want(there.withName(Optional.of(name)), "      [" + name + "]")
                .have(there, Names.tag("      ", there))
                .why("the convention asks for " + name)
                .fix(rename(view, there, name));
    }

    /** A name that is not one that the server made up; of several the first is told. */
    public static Failure stable(TableView view, Constraint there, String example) {
        return Failure.expecting("a name of its own for " + Names.subject(there) + " of table " + view.name())
                .wanting("a name that somebody chose")
                .have(there, Names.tag("      ", there))
                .why(view.snapshot().database().server().product()
                        + " gives such names to what is declared without one: another server, version or order of the"
                        + " statements gives another")
                .fix(rename(view, there, example));
    }

    /** Whether the name is, as far as it tells, not one that the server made up. */
    public static boolean isStable(TableView view, Constraint there) {
        Database database = view.snapshot().database();
        NameRules names = database.dialect().names(database.server());
        return view.table()
                .filter(t -> names.origin(t, there) != NameRules.Origin.DECLARED)
                .isEmpty();
    }

    /** The name as it is where the server has no room for all of it. */
    public static String fitted(TableView view, String name) {
        Capabilities server = view.snapshot()
                .database()
                .dialect()
                .capabilities(view.snapshot().database().server().version());
        return dev.fk.core.schema.Names.shorten(name, server.identifierBytes(), server.identifierCharacters());
    }

    private static boolean keepsNames(TableView view, Constraint there, String name) {
        Equivalence server = new Equivalence(view.snapshot());
        return !(there instanceof PrimaryKey key)
                || view.table()
                        .filter(t -> !server.keepsName(t, key.withName(Optional.of(name))))
                        .isEmpty();
    }

    private static Remedy rename(TableView view, Constraint there, String name) {
        Constraint kept = view.asThere(there);
        return view.snapshot().remedy(new Change.RenameConstraint(view.name(), kept, kept.withName(Optional.of(name))));
    }

    /** No constraint of this name at all. */
    public static Optional<Failure> missing(TableView view, String name) {
        List<String> names = view.constraints().stream()
                .flatMap(c -> c.name().stream())
                .sorted()
                .toList();
        return Missing.table(view, "to have a constraint named " + name)
                .or(() -> names.contains(name)
                        ? Optional.empty()
                        : Optional.of(Failure.expecting("table " + view.name() + " to have a constraint named " + name
                                        + ", but it has none of that name.")
                                .wanting(name)
                                .have(Names.counted("constraint", names))
                                .why("there is no constraint " + name + Names.hint(view.snapshot(), name, names))));
    }

    /** The opposite: why a constraint of this name is a failure. */
    public static Optional<Failure> unexpected(TableView view, String name) {
        List<Constraint> there = view.constraints().stream()
                .filter(c -> c.name().equals(Optional.of(name)))
                .toList();
        return Missing.table(view, "to have no constraint named " + name)
                .or(() -> there.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Failure.expecting("table " + view.name() + " to have no constraint named " + name
                                        + ", but it has.")
                                .wanting("no constraint named " + name)
                                .have(Names.inLines(there))
                                .fix(Drop.of(view, there))));
    }
}
