package dev.fk.core.explain.session;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.Look;
import dev.fk.core.schema.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Who keeps the tables that a statement waited for in vain.
 *
 * @param tables what it changes; none if it reads the catalog
 */
@API(status = Status.INTERNAL)
public record LockCauses(List<QualifiedName> tables, Diagnosis diagnosis, Look look) {
    /** A transaction of somebody else that is still open; no tables where the server does not tell which it uses. */
    private record Locker(List<String> tables, String holder, Sql ending) {
        static Locker of(List<String> row) {
            List<String> tables =
                    row.get(0).isEmpty() ? List.of() : List.of(row.get(0).split(", "));
            return new Locker(tables, row.get(1), new Sql(row.get(2)));
        }
    }

    public List<Explanation> find() {
        List<Locker> lockers = diagnosis.lockers(tables).stream()
                .flatMap(query -> look.rows(query).stream())
                .map(Locker::of)
                .toList();
        return lockers.isEmpty() ? List.of() : List.of(explanation(lockers));
    }

    private Explanation explanation(List<Locker> lockers) {
        boolean one = lockers.size() == 1;
        return Explanation.of(
                        Cause.LOCKED,
                        fact(lockers, one),
                        "Commit or roll back " + (one ? "that transaction" : "those transactions") + " first, or end "
                                + (one ? "its connection." : "their connections."),
                        Fix.before(lockers.stream().map(Locker::ending).toList()))
                .seen(lockers.stream().map(Locker::holder).toList());
    }

    private String fact(List<Locker> lockers, boolean one) {
        Set<String> kept = new TreeSet<>();
        lockers.forEach(l -> kept.addAll(l.tables()));
        if (kept.isEmpty()) {
            return text(tables.stream().map(QualifiedName::toString).toList()) + (tables.size() == 1 ? " is" : " are")
                    + " in use, and " + (one ? "a transaction is" : "transactions are") + " open";
        }
        return text(kept) + (tables.isEmpty() ? " cannot be read" : " cannot be changed") + " while "
                + (one ? "a transaction that has " : "transactions that have ")
                + (tables.isEmpty() ? "changed " : "used ") + (kept.size() == 1 ? "it " : "them ")
                + (one ? "is" : "are") + " open";
    }

    private static String text(Collection<String> names) {
        return String.join(", ", names);
    }
}
