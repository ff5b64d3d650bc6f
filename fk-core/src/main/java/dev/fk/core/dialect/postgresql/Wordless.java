package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a table has and models have no words for: how an identity counts and who may give its values, from which sequence a
 * number comes, how things are stored, and what else stands in indexes and keys. All of it stays; what a foreign key does to
 * rows does not.
 */
record Wordless(Table there) {
    private static final Pattern NEXT = Pattern.compile("nextval\\('[^']+'::regclass\\)");
    private static final List<String> OF_TABLES = List.of(Keys.WITH, Keys.TABLESPACE);
    private static final List<String> OF_INDEXES =
            List.of(Keys.INCLUDE, Keys.NULLS_NOT_DISTINCT, Keys.WITH, Keys.TABLESPACE);

    /** The table that is wanted, with that. */
    Table in(Table wanted) {
        return isNothing() ? wanted : with(wanted);
    }

    private boolean isNothing() {
        return there.options().isEmpty()
                && there.columns().stream().allMatch(c -> c.options().isEmpty() && !countsOtherwise(c.generation()))
                && there.uniqueKeys().stream().allMatch(k -> k.options().isEmpty())
                && there.indexes().stream().allMatch(i -> i.options().isEmpty());
    }

    private Table with(Table wanted) {
        return wanted.withColumns(wanted.columns().stream().map(this::column).toList())
                .withUniqueKeys(
                        wanted.uniqueKeys().stream().map(this::uniqueKey).toList())
                .withIndexes(wanted.indexes().stream().map(this::index).toList())
                .withOptions(wanted.options().completedBy(there.options(), OF_TABLES));
    }

    private Column column(Column wanted) {
        return there.column(wanted.name()).map(c -> column(wanted, c)).orElse(wanted);
    }

    private static Column column(Column wanted, Column there) {
        Column counted =
                counts(wanted.generation(), there.generation()) ? wanted.withGeneration(there.generation()) : wanted;
        Options options = counted.generation() == Generation.autoIncrement()
                ? counted.options().completedBy(there.options(), List.of(Keys.SEQUENCE))
                : counted.options();
        return counted.withOptions(
                counted.type().equals(there.type())
                        ? options.completedBy(there.options(), List.of(Keys.STORAGE, Keys.COMPRESSION))
                        : options);
    }

    /** Who wants a number to count up has that with an identity as well, and with a sequence that others share. */
    private static boolean counts(Generation wanted, Generation there) {
        return wanted == Generation.autoIncrement()
                ? countsOtherwise(there)
                : wanted instanceof Generation.Identity && there instanceof Generation.Identity;
    }

    private static boolean countsOtherwise(Generation there) {
        return there instanceof Generation.Identity
                || (there instanceof Generation.Default value
                        && NEXT.matcher(value.expression().sql()).matches());
    }

    private UniqueKey uniqueKey(UniqueKey wanted) {
        return there.uniqueKeys().stream()
                .filter(k -> k.columns().equals(wanted.columns()))
                .findFirst()
                .map(k -> wanted.withOptions(wanted.options().completedBy(k.options(), OF_INDEXES)))
                .orElse(wanted);
    }

    private Index index(Index wanted) {
        return there.indexLike(wanted)
                .map(i -> wanted.withOptions(wanted.options().completedBy(i.options(), OF_INDEXES)))
                .orElse(wanted);
    }
}
