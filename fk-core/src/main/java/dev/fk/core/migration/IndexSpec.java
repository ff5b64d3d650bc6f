package dev.fk.core.migration;

import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An index to be added. Without a name it is called after table and columns, {@code chat_participant_no}. */
@API(status = Status.EXPERIMENTAL)
public record IndexSpec(
        Optional<String> name,
        List<IndexPart> parts,
        boolean isUnique,
        Optional<String> method,
        Optional<Expression> predicate) {
    public IndexSpec {
        parts = List.copyOf(parts);
    }

    public static IndexSpec on(String... columns) {
        List<IndexPart> parts = List.of(columns).stream().map(IndexPart::column).toList();
        return new IndexSpec(Optional.empty(), parts, false, Optional.empty(), Optional.empty());
    }

    public IndexSpec and(IndexPart part) {
        List<IndexPart> more = new ArrayList<>(parts);
        more.add(part);
        return new IndexSpec(name, more, isUnique, method, predicate);
    }

    public IndexSpec named(String other) {
        return new IndexSpec(Optional.of(other), parts, isUnique, method, predicate);
    }

    public IndexSpec unique() {
        return new IndexSpec(name, parts, true, method, predicate);
    }

    public IndexSpec using(String accessMethod) {
        return new IndexSpec(name, parts, isUnique, Optional.of(accessMethod), predicate);
    }

    public IndexSpec where(String sql) {
        return new IndexSpec(name, parts, isUnique, method, Optional.of(new Expression(sql)));
    }

    Index on(QualifiedName table) {
        String columns = parts.stream().map(IndexPart::text).collect(Collectors.joining("_"));
        String byDefault = Underscored.of(table.name() + "_" + columns);
        return new Index(Optional.of(name.orElse(byDefault)), parts, isUnique, method, predicate, Options.none());
    }
}
