package dev.fk.core.explain.statement;

import dev.fk.core.schema.QualifiedName;
import dev.fk.core.script.Token;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The name of a table where it stands in a statement. */
@API(status = Status.INTERNAL)
public record TableWord(Optional<Token> schema, Token name) {
    public int start() {
        return schema.orElse(name).start();
    }

    public int end() {
        return name.end();
    }

    /** As everywhere: in the default schema without it. */
    public QualifiedName qualified(String defaultSchema) {
        return new QualifiedName(schema.map(Token::text).filter(s -> !s.equals(defaultSchema)), name.text());
    }
}
