package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Equivalence;
import dev.fk.assertj.catalog.Snapshot;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Tables and named types that a whole schema should have, and nothing that should be changed. */
@API(status = Status.INTERNAL)
public final class ShouldHaveTables {
    private ShouldHaveTables() {}

    public static Optional<Failure> failure(Snapshot snapshot, Collection<QualifiedName> wanted) {
        List<QualifiedName> missing =
                wanted.stream().filter(n -> snapshot.table(n).table().isEmpty()).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        List<String> reasons =
                missing.stream().map(n -> Missing.absence(snapshot.table(n))).toList();
        return Optional.of(Failure.expecting("the schema to have these tables")
                .want(String.join(", ", names(wanted)))
                .have(some(snapshot.tableNames()))
                .why(String.join("\n", reasons)));
    }

    /** Exactly these. */
    public static Optional<Failure> only(Snapshot snapshot, Collection<QualifiedName> wanted) {
        List<QualifiedName> known = wanted.stream().map(snapshot::known).toList();
        return ShouldHaveOnly.ofAll(snapshot, "table", names(known), snapshot.tableNames());
    }

    public static Optional<Failure> none(Snapshot snapshot) {
        if (snapshot.tableNames().isEmpty()) {
            snapshot.database().inquiry().refuseUnseenTables();
            return Optional.empty();
        }
        return Optional.of(Failure.expecting("the schema to have no tables, but it has "
                        + snapshot.tableNames().size() + ".")
                .wanting("none")
                .have(some(snapshot.tableNames())));
    }

    /** An enum type with exactly these labels in this order. */
    public static Optional<Failure> enumType(Snapshot snapshot, QualifiedName name, List<String> labels) {
        QualifiedName known = snapshot.known(name);
        EnumDefinition wanted = new EnumDefinition(known, labels);
        Optional<EnumDefinition> there =
                Optional.ofNullable(snapshot.schema().enums().get(known));
        if (there.equals(Optional.of(wanted))) {
            return Optional.empty();
        }
        List<String> names = names(snapshot.schema().enums().keySet());
        Failure failure = Failure.expecting("enum type " + known).want(Names.list(labels));
        return Optional.of(there.map(e -> failure.have(Names.list(e.labels()))).orElseGet(() -> failure.have(
                        Names.counted("enum type", names))
                .why(
                        new Equivalence(snapshot).hasEnumTypes()
                                ? "there is no enum type " + known + Names.hint(snapshot, known.toString(), names)
                                : noTypes(snapshot, labels))));
    }

    /** Exactly these enum types. */
    public static Optional<Failure> onlyEnums(Snapshot snapshot, Collection<QualifiedName> wanted) {
        List<QualifiedName> known = wanted.stream().map(snapshot::known).toList();
        Optional<Failure> failure = ShouldHaveOnly.failure(
                snapshot,
                "the schema",
                "enum type",
                names(known),
                names(snapshot.schema().enums().keySet()));
        return new Equivalence(snapshot).hasEnumTypes()
                ? failure
                : failure.map(f -> f.why(
                        snapshot.database().server().product() + " has no enum types; labels belong to the column"));
    }

    private static List<String> names(Collection<QualifiedName> names) {
        return names.stream().map(QualifiedName::toString).toList();
    }

    private static String some(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static String noTypes(Snapshot snapshot, List<String> labels) {
        String type = new DataType.EnumType(labels).describe();
        return snapshot.database().server().product()
                + " has no enum types; labels belong to the column: hasColumn(…).hasType(\"" + type + "\")";
    }
}
