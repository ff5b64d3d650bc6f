package dev.fk.core.plan;

import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.Objection;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Finds what a server would refuse, or silently change, before any statement runs; all of it at once. Servers report one
 * mistake at a time, and MariaDB reports four different ones in the same words (1005, errno 150).
 */
@API(status = Status.EXPERIMENTAL)
public final class Preflight {
    private Preflight() {}

    /**
     * What is wrong with the wish.
     *
     * @param wish the tables that are to be there
     * @param live the tables that are there; a foreign key of the wish may reference one of them
     */
    public static List<Problem> check(CanonicalSchema wish, CanonicalSchema live, Dialect dialect, ServerInfo server) {
        SortedMap<QualifiedName, Table> tables = new TreeMap<>(live.schema().tables());
        tables.putAll(wish.schema().tables());
        Schema reachable = new Schema(tables, live.schema().enums());
        List<Problem> problems = new ArrayList<>();
        for (Table table : wish.schema().tables().values()) {
            problems.addAll(TableRules.check(table));
            problems.addAll(new ForeignKeyRules(reachable, dialect, server).check(table));
            for (Objection o : dialect.objections(table, reachable, server)) {
                problems.add(new Problem(o.code(), table.name(), o.columns(), o.fact(), o.remedy()));
            }
        }
        return problems;
    }
}
