package dev.fk.core.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An index that no constraint owns.
 *
 * @param method the access method; absent means the server's default, {@code btree} everywhere
 * @param where the predicate of a partial index
 */
@API(status = Status.EXPERIMENTAL)
public record Index(
        Optional<String> name,
        List<IndexPart> parts,
        boolean unique,
        Optional<String> method,
        Optional<Expression> where,
        Options options)
        implements Constraint {
    /** The option of an index that is there and does nothing: on PostgreSQL, one whose building was not finished. */
    public static final String INVALID = "invalid";

    /** The option of an index that is kept up to date and that no query uses: MySQL's INVISIBLE, MariaDB's IGNORED. */
    public static final String HIDDEN = "invisible";

    public Index {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("An index needs at least one column or expression.");
        }
    }

    /** A plain index on whole columns. */
    public static Index of(String name, String... columns) {
        List<IndexPart> parts = Stream.of(columns).map(IndexPart::column).toList();
        return new Index(Optional.of(name), parts, false, Optional.empty(), Optional.empty(), Options.none());
    }

    public Index asUnique() {
        return new Index(name, parts, true, method, where, options);
    }

    /** Whether the server uses it, and whether it keeps values unique if it is to. */
    public boolean isValid() {
        return !options.has(INVALID);
    }

    /** Whether queries may use it: a hidden index keeps values unique, and serves foreign keys, but no query. */
    public boolean isUsed() {
        return isValid() && !options.has(HIDDEN);
    }

    /** The names of the columns it begins with, up to the first expression or prefix. */
    public List<String> leadingColumns() {
        List<String> leading = new ArrayList<>(parts.size());
        for (IndexPart part : parts) {
            if (!part.isWholeColumn()) {
                break;
            }
            leading.add(part.text());
        }
        return Collections.unmodifiableList(leading);
    }

    @Override
    public Index withName(Optional<String> other) {
        return new Index(other, parts, unique, method, where, options);
    }

    public Index withWhere(Optional<Expression> other) {
        return new Index(name, parts, unique, method, other, options);
    }

    public Index withOptions(Options others) {
        return new Index(name, parts, unique, method, where, others);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.index(this);
    }
}
