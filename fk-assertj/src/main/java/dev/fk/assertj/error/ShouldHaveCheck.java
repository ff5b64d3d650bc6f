package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Equivalence;
import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.database.Database;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A check constraint: that it is there, and what it says. */
@API(status = Status.INTERNAL)
public final class ShouldHaveCheck {
    private ShouldHaveCheck() {}

    public static Optional<Failure> named(TableView view, String name) {
        List<String> names =
                checks(view).stream().flatMap(c -> c.name().stream()).toList();
        return Missing.table(view, "to have a check named " + name)
                .or(() -> names.contains(name)
                        ? Optional.empty()
                        : Optional.of(listed(view, "to have a check named " + name + ", but it has none of that name.")
                                .wanting("[" + name + "]")
                                .why("there is no check " + name + Names.hint(view.snapshot(), name, names)
                                        + (view.column(name).isPresent()
                                                ? "; of column " + name + ": hasCheckOn(\"" + name + "\")"
                                                : ""))));
    }

    public static Optional<Failure> on(TableView view, List<String> columns) {
        String clause = "to have a check on " + Names.list(columns);
        return Missing.tableOrColumns(view, clause, columns)
                .or(() -> mentioning(view, columns).isEmpty()
                        ? Optional.of(listed(
                                        view,
                                        clause + ", but none mentions " + (columns.size() == 1 ? "it." : "them all."))
                                .wanting("CHECK on " + Names.list(columns)))
                        : Optional.empty());
    }

    /** The checks in whose text every one of these columns occurs. */
    public static List<Check> mentioning(TableView view, List<String> columns) {
        return checks(view).stream()
                .filter(c -> columns.stream().allMatch(x -> c.accept(new MentionsColumn(x))))
                .toList();
    }

    public static List<Check> checks(TableView view) {
        return view.table().map(Table::checks).orElse(List.of());
    }

    private static Failure listed(TableView view, String clause) {
        Failure failure = Failure.expecting("table " + view.name() + " " + clause);
        return checks(view).isEmpty() ? failure.have("no checks") : failure.have(Names.inLines(checks(view)));
    }

    /** Another condition than this; the server is asked to write the wish in its own words first. */
    public static Optional<Failure> expression(TableView view, Check there, String sql) {
        Check wanted = new Check(there.name(), new Expression(sql), there.enforcement(), there.options());
        if (there.equals(wanted)) {
            return Optional.empty();
        }
        Optional<Table> wish = view.table().map(t -> t.withChecks(replaced(t.checks(), there, wanted)));
        Optional<List<Check>> written = wish.flatMap(t -> new Equivalence(view.snapshot()).written(t, Table::checks));
        if (written.filter(checks -> checks.contains(there)).isPresent()) {
            return Optional.empty();
        }
        Failure failure = Failure.expecting("condition of check " + Names.subject(there) + " on table " + view.name())
                .want(wanted)
                .have(there, Names.tag("      ", there));
        return Optional.of(
                written.isPresent()
                        ? failure.fix(fix(view, there, wanted))
                        : failure.why("the server does not accept this condition here"));
    }

    private static Remedy fix(TableView view, Check there, Check wanted) {
        return view.snapshot()
                .remedy(new Change.DropCheck(view.name(), there), new Change.AddCheck(view.name(), wanted));
    }

    private static List<Check> replaced(List<Check> checks, Check there, Check wanted) {
        return checks.stream().map(c -> c.equals(there) ? wanted : c).toList();
    }

    /** A check that should have been, and be, checked for every row. */
    public static Optional<Failure> validated(TableView view, Check there) {
        if (there.enforcement() == Enforcement.ENFORCED) {
            return Optional.empty();
        }
        String reason = there.enforcement() == Enforcement.NOT_VALID
                ? "rows that were there before it have not been checked"
                : "no row is checked";
        return Optional.of(unchecked(view, there, "to hold for all rows", reason));
    }

    static Failure unchecked(TableView view, Check there, String clause, String reason) {
        Check wanted = there.withEnforcement(Enforcement.ENFORCED);
        return Failure.expecting("check " + Names.subject(there) + " on table " + view.name() + " " + clause)
                .want(wanted)
                .have(there, Names.tag("      ", there))
                .why(reason)
                .fix(altered(view, there, wanted));
    }

    /** A check that should be checked for fewer rows than it is, which is so by intention where it is asserted. */
    public static Optional<Failure> enforcement(TableView view, Check there, Enforcement wanted, String hint) {
        if (there.enforcement() == wanted) {
            return Optional.empty();
        }
        Check other = there.withEnforcement(wanted);
        return Optional.of(Failure.expecting("check " + Names.subject(there) + " on table " + view.name() + " to be "
                        + wanted.name().replace('_', ' '))
                .want(other)
                .have(there, Names.tag("      ", there))
                .why(hint)
                .fix(
                        hasWordsFor(view, other)
                                ? altered(view, there, other)
                                : Remedy.impossible(view.snapshot().database().server() + " has no such checks")));
    }

    private static Remedy altered(TableView view, Check there, Check wanted) {
        return view.snapshot().remedy(new Change.AlterCheck(view.name(), there, wanted));
    }

    /** Whether the statement for such a check differs from that for one that is checked for all rows. */
    private static boolean hasWordsFor(TableView view, Check wanted) {
        Check enforced = wanted.withEnforcement(Enforcement.ENFORCED);
        Database database = view.snapshot().database();
        return wanted.enforcement() == Enforcement.ENFORCED
                || !database.ddl(new Change.AddCheck(view.name(), wanted))
                        .equals(database.ddl(new Change.AddCheck(view.name(), enforced)));
    }
}
