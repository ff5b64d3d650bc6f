package dev.fk.core.explain.statement;

import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A statement as far as it is understood.
 *
 * @param tables the table, or whatever else, it is about; several for DROP TABLE and TRUNCATE, none for DROP INDEX on PostgreSQL
 * @param temporary the word that makes the new table temporary
 * @param rest what follows the name of the table in DELETE and UPDATE
 */
@API(status = Status.INTERNAL)
public record Statement(
        String sql, Kind kind, List<TableWord> tables, Optional<Token> temporary, List<Clause> clauses, String rest) {
    public enum Kind {
        CREATE_TABLE,
        ALTER_TABLE,
        RENAME,
        DROP_TABLE,
        TRUNCATE,
        CREATE_INDEX,
        CREATE_TYPE,
        CREATE_SCHEMA,
        DROP_INDEX,
        DROP_VIEW,
        DROP_TYPE,
        DROP_SEQUENCE,
        DROP_SCHEMA,
        DROP_FUNCTION,
        DROP_EXTENSION,
        CREATE_VIEW,
        INSERT,
        UPDATE,
        DELETE
    }

    public Optional<TableWord> table() {
        return tables.stream().findFirst();
    }

    public <T extends Clause> Stream<T> clauses(Class<T> kind) {
        return clauses.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Whether the names in it are those of tables. */
    public boolean isAboutTables() {
        return switch (kind) {
            case CREATE_TABLE, ALTER_TABLE, DROP_TABLE, TRUNCATE, CREATE_INDEX, DROP_INDEX, INSERT, UPDATE, DELETE ->
                true;
            case RENAME,
                    CREATE_TYPE,
                    CREATE_SCHEMA,
                    CREATE_VIEW,
                    DROP_VIEW,
                    DROP_TYPE,
                    DROP_SEQUENCE,
                    DROP_SCHEMA,
                    DROP_FUNCTION,
                    DROP_EXTENSION -> false;
        };
    }

    public boolean changesRows() {
        return kind == Kind.INSERT || kind == Kind.UPDATE || kind == Kind.DELETE;
    }

    public String text(Clause.Span span) {
        return sql.substring(span.start(), span.end());
    }

    /** The statement with one part written anew; white space before a part that goes, goes with it. */
    public String with(Clause.Span span, String replacement) {
        String before = sql.substring(0, span.start());
        return (replacement.isEmpty() ? before.stripTrailing() : before) + replacement + sql.substring(span.end());
    }

    public String with(Token token, String replacement) {
        return with(new Clause.Span(token.start(), token.end()), replacement);
    }
}
