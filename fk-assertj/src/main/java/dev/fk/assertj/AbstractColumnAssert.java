package dev.fk.assertj;

import dev.fk.core.schema.Column;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.assertj.core.api.ObjectAssert;

/**
 * AssertJ calls {@code isNotNull} itself before it looks into a value (3.27: {@code extracting}, {@code returns}), but
 * for a column that word means {@code NOT NULL}. So these methods look into the column as an ordinary object.
 */
abstract class AbstractColumnAssert extends AbstractSchemaAssert<ColumnAssert, Column> {
    AbstractColumnAssert(Part<Column> part) {
        super(part.value(), ColumnAssert.class, part.view().snapshot().database());
    }

    private ObjectAssert<Column> object() {
        return informed(new ObjectAssert<>(actual));
    }

    @Override
    public AbstractObjectAssert<?, ?> extracting(String propertyOrField) {
        return object().extracting(propertyOrField);
    }

    @Override
    public <A extends AbstractAssert<?, ?>> A extracting(
            String propertyOrField, InstanceOfAssertFactory<?, A> assertFactory) {
        return object().extracting(propertyOrField, assertFactory);
    }

    @Override
    public <T> AbstractObjectAssert<?, T> extracting(Function<? super Column, T> extractor) {
        return object().extracting(extractor);
    }

    @Override
    public <T, A extends AbstractAssert<?, ?>> A extracting(
            Function<? super Column, T> extractor, InstanceOfAssertFactory<?, A> assertFactory) {
        return object().extracting(extractor, assertFactory);
    }

    @Override
    public <T> ColumnAssert returns(T expected, Function<Column, T> from) {
        object().returns(expected, from);
        return myself;
    }

    @Override
    public <T> ColumnAssert doesNotReturn(T expected, Function<Column, T> from) {
        object().doesNotReturn(expected, from);
        return myself;
    }
}
