package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Equivalence;
import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.DropOf;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A primary or unique key that should be checked at another time, or treat nulls otherwise. */
@API(status = Status.INTERNAL)
public final class ShouldBeKey {
    /** As PostgreSQL's manual spells the clause; the MySQL family has none. */
    private static final String NULLS_NOT_DISTINCT = "nulls not distinct";

    private ShouldBeKey() {}

    /** @param wanted any of these times will do; the last of them is shown */
    public static Optional<Failure> deferrable(TableView view, Constraint there, Set<Deferrability> wanted) {
        if (wanted.contains(time(there))) {
            return Optional.empty();
        }
        Deferrability shown = new TreeSet<>(wanted).first();
        Constraint other = at(there, shown);
        return Optional.of(failure(view, there, shown.sql())
                .why("it is " + time(there).sql())
                .why(canDefer(view) ? "" : product(view) + " has no deferrable constraints")
                .fix(canDefer(view) ? fix(view, there, other) : Remedy.none()));
    }

    public static Optional<Failure> nulls(TableView view, Constraint there, boolean distinct) {
        boolean isDistinct = !options(there).has(NULLS_NOT_DISTINCT);
        if (isDistinct == distinct) {
            return Optional.empty();
        }
        Options options = options(there);
        Constraint other =
                with(there, distinct ? options.without(NULLS_NOT_DISTINCT) : options.with(NULLS_NOT_DISTINCT, ""));
        boolean possible = new Equivalence(view.snapshot()).keeps(view.table().orElseThrow(), there, other);
        return Optional.of(failure(view, there, distinct ? "NULLS DISTINCT" : "NULLS NOT DISTINCT")
                .why(distinct ? "nulls count as equal" : "any number of rows may have a null there")
                .why(possible ? "" : product(view) + " has no other keys")
                .fix(possible ? fix(view, there, other) : Remedy.none()));
    }

    private static Failure failure(TableView view, Constraint there, String clause) {
        return Failure.expecting(Names.subject(there) + " of table " + view.name() + " to be " + clause)
                .want(there, " " + clause)
                .have(there, Names.tag("      ", there));
    }

    private static String product(TableView view) {
        return view.snapshot().database().server().product();
    }

    private static boolean canDefer(TableView view) {
        return view.snapshot()
                .database()
                .dialect()
                .capabilities(view.snapshot().database().server().version())
                .deferrableConstraints();
    }

    private static Remedy fix(TableView view, Constraint there, Constraint wanted) {
        return new Standing(view).on(List.of(there)).orElseGet(() -> view.snapshot()
                .remedy(there.accept(new DropOf(view.name())), wanted.accept(new AddOf(view.name()))));
    }

    private static Deferrability time(Constraint key) {
        if (key instanceof PrimaryKey primary) {
            return primary.deferrability();
        }
        return key instanceof UniqueKey unique ? unique.deferrability() : Deferrability.NOT_DEFERRABLE;
    }

    private static Constraint at(Constraint key, Deferrability time) {
        if (key instanceof PrimaryKey p) {
            return new PrimaryKey(p.name(), p.columns(), time, p.options());
        }
        return key instanceof UniqueKey u ? new UniqueKey(u.name(), u.columns(), time, u.options()) : key;
    }

    private static Options options(Constraint key) {
        if (key instanceof PrimaryKey primary) {
            return primary.options();
        }
        return key instanceof UniqueKey unique ? unique.options() : ((Index) key).options();
    }

    private static Constraint with(Constraint key, Options options) {
        if (key instanceof PrimaryKey p) {
            return new PrimaryKey(p.name(), p.columns(), p.deferrability(), options);
        }
        return key instanceof UniqueKey u
                ? new UniqueKey(u.name(), u.columns(), u.deferrability(), options)
                : new Index(
                        key.name(),
                        ((Index) key).parts(),
                        true,
                        ((Index) key).method(),
                        ((Index) key).where(),
                        options);
    }
}
