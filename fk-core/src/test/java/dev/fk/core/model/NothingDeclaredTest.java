package dev.fk.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A null where something is declared: which call it was is said, and where, not found out from a stack trace of fk. */
class NothingDeclaredTest {
    /** What the resolver asks models for, not what declares. */
    private static final Set<String> NOT_DECLARING = Set.of("equals", "with", "wait");

    @Test
    @SuppressWarnings("NullAway") // what code that NullAway does not see can do
    void names_the_call_as_it_was_written() {
        String none = null;
        assertThat(of(a -> a.foreignKey("a", none))).startsWith("foreignKey(…, null) at NothingDeclaredTest.java:");
        assertThat(of(a -> a.foreignKey(none))).startsWith("foreignKey(null) at ");
        assertThat(of(a -> a.foreignKey(none, key -> {}))).startsWith("foreignKey(null, …) at ");
        assertThat(of(a -> a.foreignKey("a", key -> key.onDelete(null)))).startsWith("onDelete(null) at ");
        assertThat(of(a -> a.as(null)))
                .matches("as\\(null\\) at NothingDeclaredTest\\.java:\\d+ says nothing\\. Give it a value, or leave the"
                        + " call out\\.");
        assertThatThrownBy(() -> Models.define(models -> models.model("Post").belongsTo(null)))
                .hasMessageStartingWith("belongsTo(null) at NothingDeclaredTest.java:");
    }

    private static String of(Consumer<BelongsToSpec> details) {
        List<String> messages = new ArrayList<>();
        Models.define(models -> {
            Model user = models.model("User");
            Model post = models.model("Post");
            try {
                post.belongsTo(user, details);
            } catch (NullPointerException e) {
                messages.add(String.valueOf(e.getMessage()));
            }
        });
        return messages.get(0);
    }

    /** Every public method of whatever declares, and each of its arguments that could be null. */
    static Stream<Arguments> calls() {
        List<Object> declaring = new ArrayList<>(List.of(
                new ModelSpec(),
                new KeySpec(),
                new BelongsToSpec(),
                new HasOneSpec(),
                new HasManySpec(),
                new BelongsToManySpec(),
                new UniqueSpec(),
                new IndexSpec(),
                new IndexPartSpec(IndexPart.column("a")),
                new ModelsSpec(),
                new ModelsSpec().model("User"),
                Attributes.integer(),
                Attributes.decimal(),
                Attributes.string(),
                Attributes.date(),
                Attributes.date().references("user", "id")));
        Stream<Arguments> methods = declaring.stream().flatMap(on -> calls(on.getClass(), on));
        return Stream.concat(methods, calls(Attributes.class, Attributes.class));
    }

    private static Stream<Arguments> calls(Class<?> type, Object on) {
        return Arrays.stream(type.getMethods())
                .filter(m -> !m.isBridge() && !NOT_DECLARING.contains(m.getName()))
                .filter(m -> Modifier.isStatic(m.getModifiers()) == (on instanceof Class))
                .flatMap(m -> Stream.iterate(0, i -> i < m.getParameterCount(), i -> i + 1)
                        .filter(i -> !m.getParameterTypes()[i].isPrimitive())
                        .map(i -> Arguments.of(on, m, i)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void is_refused_where_it_stands(Object on, Method method, int position) throws IllegalAccessException {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(NothingDeclaredTest::some)
                .toArray();
        arguments[position] = null;
        try {
            method.setAccessible(true);
            method.invoke(on instanceof Class ? null : on, arguments);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause())
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageMatching(method.getName()
                            + "\\(((null|…)(, )?)+\\) at NothingDeclaredTest\\.java:\\d+ says nothing\\. Give it a value, or"
                            + " leave the call out\\.")
                    .hasMessageContaining("null");
            return;
        }
        throw new AssertionError(method + " took a null");
    }

    private static Object some(Class<?> type) {
        if (type == String.class) {
            return "a";
        } else if (type == String[].class) {
            return new String[] {"a"};
        } else if (type == int.class) {
            return 1;
        } else if (type == boolean.class) {
            return true;
        } else if (type == Number.class) {
            return 1;
        } else if (type == Consumer.class) {
            return (Consumer<Object>) a -> {};
        } else if (type == UnaryOperator.class) {
            return UnaryOperator.identity();
        } else if (type == List.class) {
            return List.of("a");
        } else if (type == Model.class) {
            return new ModelsSpec().model("Other");
        } else if (type == Attribute.class) {
            return Attributes.integer();
        } else if (type == ReferentialAction.class) {
            return ReferentialAction.CASCADE;
        } else if (type == Deferrability.class) {
            return Deferrability.NOT_DEFERRABLE;
        } else if (type == MatchType.class) {
            return MatchType.FULL;
        } else if (type == Generation.Computed.Storage.class) {
            return Generation.Computed.Storage.STORED;
        } else if (type == Generation.Identity.Mode.class) {
            return Generation.Identity.Mode.ALWAYS;
        } else if (type == QualifiedName.class) {
            return QualifiedName.of("year");
        } else if (type == DataType.LobSize.class) {
            return DataType.LobSize.REGULAR;
        } else if (type == DataType.class) {
            return new DataType.Bool();
        }
        throw new AssertionError("Give an example of " + type);
    }
}
