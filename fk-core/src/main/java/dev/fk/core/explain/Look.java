package dev.fk.core.explain;

import dev.fk.core.dialect.Access;
import dev.fk.core.dialect.MissingRight;
import dev.fk.core.dialect.Relation;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The database at which an error is explained, as the failed statement met it. Nothing here changes it. */
@API(status = Status.INTERNAL)
public interface Look {
    /** The catalog of the schemas in view and of these. */
    CanonicalSchema catalog(Set<String> schemas);

    Optional<Relation> relation(QualifiedName name);

    List<QualifiedName> tablesNamed(String name);

    boolean schemaExists(String name);

    List<MissingRight> missingRights(ServerError error, List<Access> accesses);

    /** The rows of a query, their values as text; {@code NULL} for none. */
    List<List<String>> rows(Sql query);
}
