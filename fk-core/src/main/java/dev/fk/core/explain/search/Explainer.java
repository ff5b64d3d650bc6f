package dev.fk.core.explain.search;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.MissingAccount;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Look;
import dev.fk.core.explain.definition.DefinitionSearch;
import dev.fk.core.explain.key.ForeignKeyCauses;
import dev.fk.core.explain.key.KeySearch;
import dev.fk.core.explain.key.PassedOver;
import dev.fk.core.explain.name.NameSearch;
import dev.fk.core.explain.partition.PartitionSearch;
import dev.fk.core.explain.row.PlannedCauses;
import dev.fk.core.explain.row.RowSearch;
import dev.fk.core.explain.session.LockCauses;
import dev.fk.core.explain.session.PermissionCauses;
import dev.fk.core.explain.session.ReadOnlyCauses;
import dev.fk.core.explain.session.SessionCauses;
import dev.fk.core.explain.session.TransactionCauses;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.explain.statement.StatementParser;
import dev.fk.core.explain.statement.TableWord;
import dev.fk.core.explain.use.UseSearch;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Finds out why a server refused a statement. The words of the server only say where to look; what is stated has been
 * seen in the catalog or in the rows. What cannot be seen is not stated.
 */
@API(status = Status.INTERNAL)
public final class Explainer {
    private Explainer() {}

    /**
     * Everything that is wrong, what the server complained of first. Empty if the statement is none that fk understands, or
     * the error none that tables and rows could explain.
     */
    public static List<Explanation> explain(
            Sql failed, ServerError error, Dialect dialect, ServerInfo server, Look look) {
        Set<Cause> causes = dialect.diagnosis(server).causes(error);
        if (causes.isEmpty()) {
            return List.of();
        }
        if (causes.contains(Cause.ACCOUNT_MISSING)) {
            Optional<MissingAccount> missing = dialect.diagnosis(server).missingAccount(error);
            if (missing.isPresent()) {
                return List.of(Explanation.of(missing.get()));
            }
        }
        if (causes.contains(Cause.READ_ONLY)) {
            return new ReadOnlyCauses(dialect.diagnosis(server), look).find();
        }
        if (causes.contains(Cause.IN_TRANSACTION)) {
            return new TransactionCauses(failed, error, dialect.diagnosis(server)).find();
        }
        Optional<Statement> statement =
                StatementParser.parse(failed.text(), dialect.diagnosis(server).lexis());
        if (causes.contains(Cause.LOCKED)) {
            List<QualifiedName> tables = statement.map(s -> tables(s, server)).orElse(List.of());
            return new LockCauses(tables, dialect.diagnosis(server), look).find();
        }
        if (statement.isEmpty()) {
            return List.of();
        }
        List<Explanation> denied = causes.contains(Cause.PERMISSION_DENIED)
                ? new PermissionCauses(statement.get(), error, server, look).find()
                : List.of();
        return denied.isEmpty()
                ? explain(new Situation(
                        statement.get(), error, causes, seen(statement.get(), look), dialect, server, look))
                : denied;
    }

    /** With the schemas of the types that columns have: whether two of them are enums, only their definitions tell. */
    private static CanonicalSchema seen(Statement statement, Look look) {
        Set<String> schemas = schemas(statement);
        CanonicalSchema seen = look.catalog(schemas);
        Set<String> more = seen.schema().tables().values().stream()
                .flatMap(t -> t.columns().stream())
                .flatMap(c -> c.type() instanceof DataType.Named n ? n.name().schema().stream() : Stream.of())
                .collect(Collectors.toSet());
        boolean whole = statement.clauses(Clause.References.class).findAny().isEmpty() || schemas.containsAll(more);
        more.addAll(schemas);
        return whole ? seen : look.catalog(more);
    }

    /**
     * The foreign keys that the server took without a word and did not make: MySQL before 9.0 passes over REFERENCES behind a
     * column, and MyISAM over every foreign key.
     *
     * @param executed statements that the server has taken, in their order, and nothing since
     */
    public static List<Explanation> passedOver(List<Sql> executed, Dialect dialect, ServerInfo server, Look look) {
        List<Statement> statements = executed.stream()
                .flatMap(s -> StatementParser.parse(
                        s.text(), dialect.diagnosis(server).lexis())
                        .stream())
                .toList();
        if (statements.stream()
                .flatMap(s -> s.clauses(Clause.References.class))
                .findAny()
                .isEmpty()) {
            return List.of();
        }
        Set<String> schemas =
                statements.stream().flatMap(s -> schemas(s).stream()).collect(Collectors.toSet());
        return new PassedOver(look.catalog(schemas), dialect, server, look).find(statements);
    }

    private static Set<String> schemas(Statement statement) {
        return words(statement)
                .flatMap(t -> t.schema().stream())
                .map(Token::text)
                .collect(Collectors.toSet());
    }

    private static List<QualifiedName> tables(Statement statement, ServerInfo server) {
        return words(statement).map(w -> w.qualified(server.defaultSchema())).toList();
    }

    private static Stream<TableWord> words(Statement statement) {
        return Stream.concat(
                statement.tables().stream(),
                Stream.of(
                                statement.clauses(Clause.References.class).map(Clause.References::parent),
                                statement.clauses(Clause.Part.class).map(Clause.Part::other),
                                statement.clauses(Clause.Inherits.class).map(Clause.Inherits::parent))
                        .flatMap(s -> s));
    }

    private static List<Explanation> explain(Situation situation) {
        List<Explanation> found = Stream.of(
                        new NameSearch(situation).find(),
                        new KeySearch(situation).find(),
                        new UseSearch(situation).find(),
                        new DefinitionSearch(situation).find(),
                        new PartitionSearch(situation).find(),
                        new SessionCauses(situation).find().stream(),
                        new RowSearch(situation).find())
                .flatMap(search -> reported(situation, search))
                .distinct()
                .toList();
        List<Explanation> planned = found.isEmpty()
                ? reported(situation, new PlannedCauses(situation).find().stream())
                        .toList()
                : found;
        return planned.isEmpty() ? new ForeignKeyCauses(situation).nothingWrong() : planned;
    }

    private static Stream<Explanation> reported(Situation situation, Stream<Explanation> found) {
        return found.filter(e -> situation.reported().contains(e.cause()));
    }
}
