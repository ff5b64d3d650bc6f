package dev.fk.core.explain.session;

import dev.fk.core.dialect.Access;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Look;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The rights that the user lacks, who may not even see the tables. */
@API(status = Status.INTERNAL)
public record PermissionCauses(Statement statement, ServerError error, ServerInfo server, Look look) {
    public List<Explanation> find() {
        return look.missingRights(error, accesses()).stream()
                .map(Explanation::of)
                .distinct()
                .toList();
    }

    private List<Access> accesses() {
        List<Access> accesses = new ArrayList<>();
        if (!statement.isAboutTables()) {
            return accesses;
        }
        statement
                .tables()
                .forEach(t -> accesses.add(new Access(t.qualified(server.defaultSchema()), kind(statement.kind()))));
        statement
                .clauses(Clause.References.class)
                .map(Clause.References::parent)
                .forEach(p -> accesses.add(new Access(p.qualified(server.defaultSchema()), Access.Kind.REFERENCES)));
        return accesses;
    }

    private static Access.Kind kind(Statement.Kind kind) {
        return switch (kind) {
            case CREATE_TABLE, CREATE_TYPE, CREATE_SCHEMA, CREATE_VIEW -> Access.Kind.CREATE;
            case ALTER_TABLE,
                    RENAME,
                    DROP_TABLE,
                    CREATE_INDEX,
                    DROP_INDEX,
                    DROP_VIEW,
                    DROP_TYPE,
                    DROP_SEQUENCE,
                    DROP_SCHEMA,
                    DROP_FUNCTION,
                    DROP_EXTENSION -> Access.Kind.ALTER_OR_DROP;
            case TRUNCATE -> Access.Kind.TRUNCATE;
            case INSERT -> Access.Kind.INSERT;
            case UPDATE -> Access.Kind.UPDATE;
            case DELETE -> Access.Kind.DELETE;
        };
    }
}
