package dev.fk.core.explain;

import dev.fk.core.schema.QualifiedName;
import dev.fk.core.script.Token;
import java.util.Optional;

/** The name of a table where it stands in a statement. */
record TableWord(Optional<Token> schema, Token name) {
    int start() {
        return schema.orElse(name).start();
    }

    int end() {
        return name.end();
    }

    /** As everywhere: in the default schema without it. */
    QualifiedName qualified(String defaultSchema) {
        return new QualifiedName(schema.map(Token::text).filter(s -> !s.equals(defaultSchema)), name.text());
    }
}
