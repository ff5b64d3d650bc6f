package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Column;
import java.util.Optional;

/** Which columns InnoDB lets reference which. */
final class Compatibility {
    private Compatibility() {}

    static Optional<String> ofMySql(Column referencing, Column referenced) {
        return Optional.empty();
    }

    static Optional<String> ofMariaDb(Column referencing, Column referenced) {
        return Optional.empty();
    }
}
