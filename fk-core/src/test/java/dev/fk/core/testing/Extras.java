package dev.fk.core.testing;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.Options;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What random schemas have beyond the vocabulary that every server shares.
 *
 * @param computed columns computed from another one of a type
 * @param storages how computed columns are stored
 * @param collations other collations of columns of text
 * @param columnOptions what only one server knows about columns of a type
 * @param indexes ways of indexing a column beyond naming it; empty where the way is not for that column
 * @param tableOptions what only one server knows about tables
 * @param keyOptions what only one server knows about unique keys
 * @param exclusions templates of exclusion constraints over a column
 * @param keyDeferrabilities when unique keys may be checked
 * @param onDeleteColumns whether SET NULL can name its columns
 * @param unnamed whether constraints may leave their name to the server
 */
public record Extras(
        List<ComputedColumn> computed,
        List<Generation.Computed.Storage> storages,
        List<String> collations,
        Map<DataType, List<Options>> columnOptions,
        List<Function<Column, Optional<Index>>> indexes,
        List<Options> tableOptions,
        List<Options> keyOptions,
        List<String> exclusions,
        List<MatchType> matches,
        Enforcements enforcements,
        List<Deferrability> keyDeferrabilities,
        boolean onDeleteColumns,
        boolean unnamed) {

    /** Which constraints can be there without being enforced on every row. */
    public record Enforcements(List<Enforcement> foreignKeys, List<Enforcement> checks) {}

    /** A column computed from another one. */
    public record ComputedColumn(DataType from, DataType type, List<String> expressions) {}

    /** Nothing beyond. */
    public static Extras none() {
        return new Extras(
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Enforcements(List.of(), List.of()),
                List.of(),
                false,
                false);
    }
}
