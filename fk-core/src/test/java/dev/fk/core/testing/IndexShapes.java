package dev.fk.core.testing;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways of indexing a column. */
final class IndexShapes {
    private IndexShapes() {}

    /** The index for columns of some types. */
    static Function<Column, Optional<Index>> of(Predicate<DataType> types, Function<IndexPart, Index> index) {
        return column ->
                Optional.of(column).filter(c -> types.test(c.type())).map(c -> index.apply(IndexPart.column(c.name())));
    }

    static Predicate<DataType> in(List<DataType> types) {
        return types::contains;
    }

    static Index plain(IndexPart part) {
        return new Index(Optional.empty(), List.of(part), false, Optional.empty(), Optional.empty(), Options.none());
    }

    static Function<IndexPart, Index> expression(String template) {
        return part -> plain(IndexPart.expression(String.format(template, part.text())));
    }

    static Function<IndexPart, Index> partial(String template) {
        return part -> {
            Expression where = new Expression(String.format(template, part.text()));
            return new Index(
                    Optional.empty(), List.of(part), false, Optional.empty(), Optional.of(where), Options.none());
        };
    }

    static Function<IndexPart, Index> method(String method) {
        return part -> new Index(
                Optional.empty(), List.of(part), false, Optional.of(method), Optional.empty(), Options.none());
    }

    static Function<IndexPart, Index> with(Options options) {
        return part -> new Index(Optional.empty(), List.of(part), false, Optional.empty(), Optional.empty(), options);
    }

    static Function<IndexPart, Index> part(UnaryOperator<IndexPart> change) {
        return part -> plain(change.apply(part));
    }

    static Function<IndexPart, Index> prefix(int length) {
        return part(p -> new IndexPart(p.text(), false, false, OptionalInt.of(length), Options.none()));
    }
}
