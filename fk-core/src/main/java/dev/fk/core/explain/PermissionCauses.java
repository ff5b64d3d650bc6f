package dev.fk.core.explain;

import dev.fk.core.dialect.Access;
import dev.fk.core.dialect.Cause;
import java.util.ArrayList;
import java.util.List;

/** The rights that the user lacks. */
record PermissionCauses(Situation situation) {
    List<Explanation> find() {
        if (!situation.reported().contains(Cause.PERMISSION_DENIED)) {
            return List.of();
        }
        return situation.look().missingRights(situation.error(), accesses()).stream()
                .map(Explanation::of)
                .distinct()
                .toList();
    }

    private List<Access> accesses() {
        List<Access> accesses = new ArrayList<>();
        Statement statement = situation.statement();
        statement.tables().forEach(t -> accesses.add(new Access(situation.name(t), kind(statement.kind()))));
        statement
                .clauses(Clause.References.class)
                .map(Clause.References::parent)
                .forEach(p -> accesses.add(new Access(situation.name(p), Access.Kind.REFERENCES)));
        return accesses;
    }

    private static Access.Kind kind(Statement.Kind kind) {
        return switch (kind) {
            case CREATE_TABLE, CREATE_TYPE -> Access.Kind.CREATE;
            case ALTER_TABLE, DROP_TABLE, CREATE_INDEX, DROP_INDEX -> Access.Kind.ALTER_OR_DROP;
            case TRUNCATE -> Access.Kind.TRUNCATE;
            case INSERT -> Access.Kind.INSERT;
            case UPDATE -> Access.Kind.UPDATE;
            case DELETE -> Access.Kind.DELETE;
        };
    }
}
