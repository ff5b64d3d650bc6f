package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a table has and models have no words for: how an identity counts and, unless they say so, who may give its values, from
 * which sequence a number comes, how things are stored, and what else stands in indexes and keys. All of it stays; what a foreign key does to
 * rows does not.
 */
record Wordless(Table there) {
    private static final Pattern NEXT = Pattern.compile("nextval\\('[^']+'::regclass\\)");
    private static final String NO_INHERIT = "NO INHERIT";
    private static final List<String> OF_TABLES = List.of(Keys.WITH, Keys.TABLESPACE, Keys.INHERITS);
    private static final List<String> OF_COLUMNS = List.of(Keys.INHERITED, Keys.STORAGE, Keys.COMPRESSION);
    private static final List<String> OF_INDEXES =
            List.of(Keys.INCLUDE, Keys.NULLS_NOT_DISTINCT, Keys.WITH, Keys.TABLESPACE);

    /** The table that is wanted, with that. */
    Table in(Table wanted) {
        return isNothing() ? wanted : with(wanted);
    }

    private boolean isNothing() {
        return there.options().isEmpty()
                && there.columns().stream().allMatch(c -> c.options().isEmpty() && !countsOtherwise(c.generation()))
                && there.primaryKey().stream()
                        .allMatch(k -> k.options().isEmpty() && k.deferrability() == Deferrability.NOT_DEFERRABLE)
                && there.checks().stream().allMatch(c -> c.options().isEmpty())
                && there.uniqueKeys().stream().allMatch(k -> k.options().isEmpty())
                && there.indexes().stream().allMatch(i -> i.options().isEmpty());
    }

    private Table with(Table wanted) {
        return wanted.withPrimaryKey(wanted.primaryKey().map(this::primaryKey))
                .withChecks(wanted.checks().stream().map(this::check).toList())
                .withColumns(wanted.columns().stream().map(this::column).toList())
                .withUniqueKeys(
                        wanted.uniqueKeys().stream().map(this::uniqueKey).toList())
                .withIndexes(wanted.indexes().stream().map(this::index).toList())
                .withOptions(wanted.options().completedBy(there.options(), OF_TABLES));
    }

    private Column column(Column wanted) {
        return there.column(wanted.name()).map(c -> column(wanted, c)).orElse(wanted);
    }

    private static Column column(Column wanted, Column there) {
        Column counted = wanted.withGeneration(generation(wanted.generation(), there.generation()));
        Options options = counted.generation() == Generation.autoIncrement()
                ? counted.options().completedBy(there.options(), List.of(Keys.SEQUENCE))
                : counted.options();
        if (!counted.nullable()
                && there.options().get(Keys.NOT_NULL).filter(NO_INHERIT::equals).isPresent()) {
            options = options.completedBy(there.options(), List.of(Keys.NOT_NULL));
        }
        if (counted.generation() != Generation.autoIncrement()) {
            options = options.completedBy(there.options(), List.of(Keys.IDLE_SEQUENCE));
        }
        boolean stored = counted.type().isKindOf(there.type());
        return counted.withOptions(options.completedBy(there.options(), stored ? OF_COLUMNS : List.of(Keys.INHERITED)));
    }

    /** Who wants a number to count up has that with an identity as well, and with a sequence that others share. */
    private static Generation generation(Generation wanted, Generation there) {
        if (wanted instanceof Generation.Identity identity && there instanceof Generation.Identity counting) {
            return identity.mode() == Generation.Identity.Mode.ALWAYS
                    ? new Generation.Identity(identity.mode(), counting.sequence())
                    : there;
        }
        return wanted == Generation.autoIncrement() && countsOtherwise(there) ? there : wanted;
    }

    /** As an identity column, or from a sequence that is nobody's. */
    static boolean countsOtherwise(Generation there) {
        return there instanceof Generation.Identity
                || (there instanceof Generation.Default value
                        && NEXT.matcher(value.expression().sql()).matches());
    }

    private PrimaryKey primaryKey(PrimaryKey wanted) {
        return there.primaryKey()
                .filter(k -> k.columns().equals(wanted.columns()))
                .map(k -> wanted.withOptions(wanted.options().completedBy(k.options(), OF_INDEXES))
                        .withDeferrability(k.deferrability()))
                .orElse(wanted);
    }

    private Check check(Check wanted) {
        return there.checks().stream()
                .filter(wanted::means)
                .findFirst()
                .map(c -> wanted.withOptions(wanted.options().completedBy(c.options(), List.of(Keys.NO_INHERIT))))
                .orElse(wanted);
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
