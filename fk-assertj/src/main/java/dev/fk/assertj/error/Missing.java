package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Snapshot;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.View;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Failures of an assertion whose table or columns are not there. They come before what is asserted, for assertions that
 * deny something as well: what is denied about a misspelt name is denied about nothing.
 */
@API(status = Status.INTERNAL)
public final class Missing {
    private Missing() {}

    /** @param clause what was expected of the table, {@code to have a primary key} */
    public static Optional<Failure> table(TableView view, String clause) {
        return view.table().isPresent()
                ? Optional.empty()
                : Optional.of(Failure.expecting("table " + view.name() + " " + clause + ", but there is no such table.")
                        .wanting("table " + view.name())
                        .have(Names.counted("table", view.snapshot().tableNames()))
                        .why(absence(view)));
    }

    static String absence(TableView view) {
        QualifiedName name = view.name();
        List<QualifiedName> elsewhere = view.snapshot().elsewhere(name.name());
        if (elsewhere.contains(name)) {
            return "table " + name + " is there, but not in view: Database.withScope(CatalogScope.with(\""
                    + name.schema().orElse("") + "\"))";
        }
        String hint = ofAnotherKind(view);
        if (hint.isEmpty()) {
            hint = Names.hint(view.snapshot(), name.toString(), view.snapshot().tableNames());
        }
        if (hint.isEmpty()) {
            hint = inOnePiece(view);
        }
        if (hint.isEmpty() && !elsewhere.isEmpty()) {
            hint = "; it is in another schema: "
                    + elsewhere.stream().map(Missing::call).collect(Collectors.joining(", "));
        }
        return (hint.isEmpty() ? unseen(view) : Optional.<String>empty()).orElse("there is no table " + name + hint);
    }

    /** Why nobody knows whether it is there: MySQL and MariaDB show a table only to users with a privilege on it. */
    private static Optional<String> unseen(TableView view) {
        return view.snapshot().database().inquiry().toSee(List.of(view.name())).map(r -> r.fact() + "\n" + r.remedy());
    }

    /** A name that is one, but of something else. */
    private static String ofAnotherKind(TableView view) {
        List<QualifiedName> views =
                view.snapshot().objects().views().stream().map(View::name).toList();
        QualifiedName name = view.snapshot().known(view.name(), views);
        return views.contains(name) ? "; it is a view: assertThat(schema()).hasView(\"" + name.name() + "\")" : "";
    }

    private static String inOnePiece(TableView view) {
        QualifiedName meant = inTwoPieces(view.name());
        return meant.equals(view.name()) ? "" : "; a schema is an argument of its own: " + call(meant);
    }

    /** {@code sales.orders} in one piece, as the table of another schema that it was meant to be. */
    static QualifiedName inTwoPieces(QualifiedName name) {
        int dot = name.name().indexOf('.');
        return name.schema().isEmpty() && dot > 0
                ? QualifiedName.of(name.name().substring(0, dot), name.name().substring(dot + 1))
                : name;
    }

    /** The same for what a foreign key references, which is no argument of {@code table}. */
    static String absenceOfParent(TableView view) {
        return absence(view).replace(": table(\"", ": QualifiedName.of(\"");
    }

    private static String call(QualifiedName name) {
        return name.schema().map(s -> "table(\"" + s + "\", \"").orElse("table(\"") + name.name() + "\")";
    }

    public static Optional<Failure> tableOrColumns(TableView view, String clause, List<String> columns) {
        return table(view, clause).or(() -> columns(view, clause, columns));
    }

    private static Optional<Failure> columns(TableView view, String clause, List<String> columns) {
        List<String> there = view.columnNames();
        List<String> unknown = columns.stream().filter(c -> !there.contains(c)).toList();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Failure.expecting("table " + view.name() + " " + clause + ", but it has no such "
                        + Names.plural("column", unknown.size()) + ".")
                .wanting(Names.counted("column", columns))
                .have(Names.counted("column", there))
                .why(absence(view.snapshot(), unknown, there)));
    }

    /** {@code there is no column x; did you mean y?}, for each unknown name. */
    static String absence(Snapshot snapshot, Collection<String> unknown, List<String> there) {
        return unknown.stream()
                .map(c -> "there is no column " + c + hint(snapshot, c, there))
                .collect(Collectors.joining("\n"));
    }

    private static String hint(Snapshot snapshot, String unknown, List<String> there) {
        List<String> parts =
                List.of(unknown.split(",", -1)).stream().map(String::strip).toList();
        return parts.size() > 1 && there.containsAll(parts)
                ? "; each is an argument of its own: \"" + String.join("\", \"", parts) + "\""
                : Names.hint(snapshot, unknown, there);
    }
}
