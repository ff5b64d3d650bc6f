package dev.fk.assertj;

import dev.fk.assertj.catalog.Equivalence;
import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.catalog.WantedParts;
import dev.fk.assertj.error.ShouldBeIndex;
import dev.fk.assertj.error.ShouldBeNamed;
import dev.fk.assertj.error.ShouldHaveForeignKey;
import dev.fk.core.rule.Coverage;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Assertions about an index that is there; of several on the same columns, every step keeps those that fit. */
@API(status = Status.EXPERIMENTAL)
public class IndexAssert extends AbstractSchemaAssert<IndexAssert, Index> {
    private static final String DEFAULT_METHOD = "btree";

    private final Choice<Index, IndexAssert> choice;

    IndexAssert(Choice<Index, IndexAssert> choice) {
        super(choice.value(), IndexAssert.class, choice.view().snapshot().database());
        this.choice = choice;
    }

    /**
     * Checks that the index allows no value twice.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("participant")).hasIndexNamed("participant_role_status").isUnique();
     * // fails
     * assertThat(table("chat")).hasIndex("participantNo").isUnique();
     * }</pre>
     */
    public IndexAssert isUnique() {
        return narrow("to be unique", Index::unique, Index::asUnique);
    }

    /**
     * Checks that the index allows values more than once.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasIndex("participantNo").isNotUnique();
     * // fails
     * assertThat(table("participant")).hasIndexNamed("participant_role_status").isNotUnique();
     * }</pre>
     */
    public IndexAssert isNotUnique() {
        return narrow(
                "to be not unique",
                i -> !i.unique(),
                i -> new Index(i.name(), i.parts(), false, i.method(), i.where(), i.options()));
    }

    /**
     * Checks that the index consists of exactly these columns, in this order.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("participant")).hasIndexNamed("participant_role_status").hasColumns("role", "status");
     * // fails
     * assertThat(table("participant")).hasIndexNamed("participant_role_status").hasColumns("status", "role");
     * }</pre>
     */
    public IndexAssert hasColumns(String... columns) {
        List<String> wanted = view().asSpelt(columns);
        return narrowed(
                "to consist of (" + String.join(", ", wanted) + ")",
                i -> i.parts().size() == wanted.size() && i.leadingColumns().equals(wanted),
                i -> withParts(i, wanted));
    }

    /**
     * Checks that rows outside a condition are left out.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasIndexNamed("chat_unread").isPartial();
     * // fails
     * assertThat(table("chat")).hasIndex("participantNo").isPartial();
     * }</pre>
     */
    public IndexAssert isPartial() {
        return choice.narrow(
                this,
                i -> i.where().isPresent()
                        ? Optional.empty()
                        : Optional.of(ShouldBeIndex.possibly(view(), "to be partial", i, conditional(i, "…"))));
    }

    /**
     * Checks that all rows are in the index.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasIndex("participantNo").isNotPartial();
     * // fails
     * assertThat(table("chat")).hasIndexNamed("chat_unread").isNotPartial();
     * }</pre>
     */
    public IndexAssert isNotPartial() {
        return narrow(
                "to have all rows",
                i -> i.where().isEmpty(),
                i -> new Index(i.name(), i.parts(), i.unique(), i.method(), Optional.empty(), i.options()));
    }

    /**
     * Checks the condition of a partial index; the server is asked to write it in its own words before it is compared.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasIndexNamed("chat_unread").hasCondition("read = 0");
     * // fails
     * assertThat(table("chat")).hasIndexNamed("chat_unread").hasCondition("read = 1");
     * }</pre>
     */
    public IndexAssert hasCondition(String sql) {
        return narrow("to have the condition " + sql, i -> isWritten(i, conditional(i, sql)), i -> conditional(i, sql));
    }

    /**
     * Checks the access method; {@code btree} where none is named.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasIndex("participantNo").hasMethod("btree");
     * // fails
     * assertThat(table("chat")).hasIndex("participantNo").hasMethod("hash");
     * }</pre>
     */
    public IndexAssert hasMethod(String method) {
        return narrow(
                "to use the method " + method,
                i -> i.method().orElse(DEFAULT_METHOD).equalsIgnoreCase(method),
                i -> new Index(i.name(), i.parts(), i.unique(), Optional.of(method), i.where(), i.options()));
    }

    /**
     * Checks that a column, or expression, is indexed from high to low.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("participant")).hasIndexNamed("participant_role_status").isDescending("status");
     * // fails
     * assertThat(table("participant")).hasIndexNamed("participant_role_status").isDescending("role");
     * }</pre>
     */
    public IndexAssert isDescending(String part) {
        return narrowed("to descend on " + part, i -> has(i, part, IndexPart::descending), i -> turned(i, part, true));
    }

    /**
     * Checks that a column, or expression, is indexed from low to high.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("participant")).hasIndexNamed("participant_role_status").isAscending("role");
     * // fails
     * assertThat(table("participant")).hasIndexNamed("participant_role_status").isAscending("status");
     * }</pre>
     */
    public IndexAssert isAscending(String part) {
        return narrowed("to ascend on " + part, i -> has(i, part, p -> !p.descending()), i -> turned(i, part, false));
    }

    /**
     * Checks the name.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasIndex("participantNo").named("chat_participantNo");
     * // fails
     * assertThat(table("chat")).hasIndex("participantNo").named("ix_chat_participant");
     * }</pre>
     */
    public IndexAssert named(String name) {
        Optional<String> spelt = Optional.of(view().constraintAsSpelt(name));
        return choice.narrow(
                this,
                i -> i.name().equals(spelt)
                        ? Optional.empty()
                        : Optional.of(ShouldBeNamed.constraint(view(), i, name)));
    }

    /**
     * Checks that the whole name matches a regular expression.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasIndex("participantNo").hasNameMatching("chat_.+");
     * // fails
     * assertThat(table("chat")).hasIndex("participantNo").hasNameMatching("ix_.+");
     * }</pre>
     */
    public IndexAssert hasNameMatching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return choice.narrow(
                this,
                i -> i.name().filter(n -> pattern.matcher(n).matches()).isPresent()
                        ? Optional.empty()
                        : Optional.of(ShouldBeNamed.pattern(view(), List.of(i), regex)));
    }

    /**
     * Checks that it is called as a convention says.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasIndex("participantNo").hasNameMatching(NamingConvention.of("{table}_{columns}"));
     * // fails
     * assertThat(table("chat")).hasIndex("participantNo").hasNameMatching(NamingConvention.explicitNames());
     * }</pre>
     */
    public IndexAssert hasNameMatching(NamingConvention convention) {
        return choice.narrow(
                this,
                i -> i.name().equals(Optional.of(nameBy(convention, i)))
                        ? Optional.empty()
                        : Optional.of(ShouldBeNamed.convention(view(), i, nameBy(convention, i))));
    }

    /**
     * Checks that the name is not one that the server made up, such as {@code chat_participantNo_idx} on PostgreSQL or, on
     * the MySQL family, that of the first column.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasIndex("participantNo").hasStableName();
     * // fails
     * assertThat(table("audit", "letter")).hasIndex("weight").hasStableName();
     * }</pre>
     */
    public IndexAssert hasStableName() {
        return choice.narrow(
                this,
                i -> ShouldBeNamed.isStable(view(), i)
                        ? Optional.empty()
                        : Optional.of(ShouldBeNamed.stable(view(), i, nameBy(NamingConvention.explicitNames(), i))));
    }

    /**
     * Checks all parts in their order, in the notation of messages: {@code role}, {@code status DESC}, {@code title(10)} for
     * the first ten characters, an expression in any words that the server writes alike.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("participant")).hasIndexNamed("participant_role_status").hasParts("role", "status DESC");
     * // fails
     * assertThat(table("participant")).hasIndexNamed("participant_role_status").hasParts("role", "status");
     * }</pre>
     */
    public IndexAssert hasParts(String... parts) {
        List<String> wanted = List.of(parts);
        return narrowed(
                "to consist of (" + String.join(", ", wanted) + ")",
                i -> worded(i, wanted).filter(w -> isWritten(i, w)).isPresent(),
                i -> withParts(i, wanted));
    }

    /**
     * Checks that the table has a foreign key on these columns and that the index begins with them, in any order, and has all
     * rows that reference anything, so that it serves the foreign key.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasIndex("participantNo").coversForeignKey("participantNo");
     * // fails
     * assertThat(table("chat")).hasIndexNamed("chat_unread").coversForeignKey("participantNo");
     * }</pre>
     */
    public IndexAssert coversForeignKey(String... columns) {
        List<String> wanted = view().asSpelt(columns);
        ShouldHaveForeignKey.failure(view(), wanted).ifPresent(failure -> {
            throw error(failure);
        });
        return narrow(
                "to cover the foreign key on (" + String.join(", ", wanted) + ")", i -> Coverage.isCovered(i, wanted));
    }

    private String nameBy(NamingConvention convention, Index index) {
        return ShouldBeNamed.fitted(view(), convention.nameOf(view().name(), index));
    }

    /** Goes back to the table. */
    public TableAssert returnToTable() {
        return choice.origin();
    }

    /** Goes back to the table; short for {@link #returnToTable()}. */
    public TableAssert and() {
        return returnToTable();
    }

    private TableView view() {
        return choice.view();
    }

    private boolean has(Index index, String part, Predicate<IndexPart> wanted) {
        String spelt = view().asSpelt(part).get(0);
        return index.parts().stream().filter(p -> p.text().equals(spelt)).anyMatch(wanted);
    }

    /** The same with a part that goes the other way; absent where there is none, or where nothing has an order. */
    private Optional<Index> turned(Index index, String part, boolean descending) {
        String spelt = view().asSpelt(part).get(0);
        List<IndexPart> parts = index.parts().stream()
                .map(p -> p.text().equals(spelt) ? p.withDescending(descending) : p)
                .toList();
        return parts.equals(index.parts()) || !isOrdered(index)
                ? Optional.empty()
                : Optional.of(
                        new Index(index.name(), parts, index.unique(), index.method(), index.where(), index.options()));
    }

    private Optional<Index> withParts(Index index, List<String> words) {
        return view().table().flatMap(t -> new WantedParts(t, index).index(words));
    }

    private static boolean isOrdered(Index index) {
        return index.method().orElse(DEFAULT_METHOD).equalsIgnoreCase(DEFAULT_METHOD);
    }

    private static Index conditional(Index index, String sql) {
        Optional<Expression> where = Optional.of(new Expression(sql));
        return new Index(index.name(), index.parts(), index.unique(), index.method(), where, index.options());
    }

    /** The index with these words for its expressions; absent where anything else differs. */
    private static Optional<Index> worded(Index there, List<String> words) {
        List<IndexPart> parts = there.parts();
        if (parts.size() != words.size()) {
            return Optional.empty();
        }
        List<IndexPart> worded = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            IndexPart part = parts.get(i);
            String tail = part.descending() ? " DESC" : "";
            String word = words.get(i);
            if (part.describe().equals(word)) {
                worded.add(part);
            } else if (part.isExpression() && word.endsWith(tail)) {
                worded.add(part.withText(word.substring(0, word.length() - tail.length())));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(
                new Index(there.name(), worded, there.unique(), there.method(), there.where(), there.options()));
    }

    /** Whether the server writes the wish as it writes what is there. */
    private boolean isWritten(Index there, Index wish) {
        if (there.equals(wish)) {
            return true;
        }
        Optional<Table> table = view().table()
                .map(t -> t.withIndexes(t.indexes().stream()
                        .map(i -> i.equals(there) ? wish : i)
                        .toList()));
        return table.flatMap(t -> new Equivalence(view().snapshot()).written(t, Table::indexes))
                .filter(indexes -> indexes.contains(there))
                .isPresent();
    }

    private IndexAssert narrow(String clause, Predicate<Index> fits, UnaryOperator<Index> wanted) {
        return narrowed(clause, fits, i -> Optional.of(wanted.apply(i)));
    }

    private IndexAssert narrow(String clause, Predicate<Index> fits) {
        return narrowed(clause, fits, i -> Optional.empty());
    }

    private IndexAssert narrowed(String clause, Predicate<Index> fits, Function<Index, Optional<Index>> wanted) {
        return choice.narrow(
                this,
                i -> fits.test(i)
                        ? Optional.empty()
                        : Optional.of(ShouldBeIndex.failure(view(), clause, i, wanted.apply(i))));
    }
}
