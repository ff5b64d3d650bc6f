package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL compares of primary and unique keys in CREATE TABLE before it makes one index for both. Names, storage
 * parameters and the tablespace are not among it: those of the second key are lost without a word (PostgreSQL 18.6).
 */
record MergedKey(List<String> columns, Deferrability deferrability, Options options) {
    MergedKey {
        options = options.without(Keys.WITH).without(Keys.TABLESPACE);
    }

    /** Nothing for what is no key. */
    static Optional<MergedKey> of(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return Optional.of(new MergedKey(key.columns(), key.deferrability(), key.options()));
        }
        return constraint instanceof UniqueKey key
                ? Optional.of(new MergedKey(key.columns(), key.deferrability(), key.options()))
                : Optional.empty();
    }
}
