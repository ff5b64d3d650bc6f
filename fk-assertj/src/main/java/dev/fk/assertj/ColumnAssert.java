package dev.fk.assertj;

import dev.fk.assertj.error.ShouldBeGenerated;
import dev.fk.assertj.error.ShouldBeNullable;
import dev.fk.assertj.error.ShouldHaveAttribute;
import dev.fk.assertj.error.ShouldHaveDefault;
import dev.fk.assertj.error.ShouldHaveType;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Generation.Computed.Storage;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Assertions about a column that is there.
 */
@API(status = Status.EXPERIMENTAL)
public class ColumnAssert extends AbstractColumnAssert {
    private final Part<Column> part;

    ColumnAssert(Part<Column> part) {
        super(part);
        this.part = part;
    }

    /**
     * Checks that the column is {@code NOT NULL}: here AssertJ's word speaks of the column, which is there anyway.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasColumn("participantNo").isNotNull();
     * // fails
     * assertThat(table("chat")).hasColumn("contents").isNotNull();
     * }</pre>
     */
    @Override
    public ColumnAssert isNotNull() {
        return verify(ShouldBeNullable.failure(part.view(), actual, false));
    }

    /**
     * Checks that the column accepts {@code NULL}.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasColumn("contents").isNullable();
     * // fails
     * assertThat(table("chat")).hasColumn("participantNo").isNullable();
     * }</pre>
     */
    public ColumnAssert isNullable() {
        return verify(ShouldBeNullable.failure(part.view(), actual, true));
    }

    /**
     * Checks the type in terms that all servers share; it is compared as the server has it.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasColumn("type").hasType(new DataType.Varchar(45));
     * // fails
     * assertThat(table("chat")).hasColumn("type").hasType(new DataType.Varchar(255));
     * }</pre>
     */
    public ColumnAssert hasType(DataType type) {
        return verify(ShouldHaveType.failure(part.view(), actual, type));
    }

    /**
     * Checks the type in the words of SQL, whatever their case and spacing.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasColumn("type").hasType("varchar(45)");
     * // fails
     * assertThat(table("chat")).hasColumn("type").hasType("text");
     * }</pre>
     */
    public ColumnAssert hasType(String sql) {
        return verify(ShouldHaveType.failure(part.view(), actual, sql));
    }

    /**
     * Checks the default, an SQL expression; the server is asked to write it in its own words before it is compared.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasColumn("read").hasDefault("0");
     * // fails
     * assertThat(table("chat")).hasColumn("read").hasDefault("1");
     * }</pre>
     */
    public ColumnAssert hasDefault(String sql) {
        return verify(ShouldHaveDefault.failure(part.view(), actual, sql));
    }

    /**
     * Checks that an INSERT that leaves the column out gets no value: no default, no number counted up, nothing computed.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasColumn("contents").hasNoDefault();
     * // fails
     * assertThat(table("chat")).hasColumn("read").hasNoDefault();
     * }</pre>
     */
    public ColumnAssert hasNoDefault() {
        return verify(ShouldHaveDefault.unexpected(part.view(), actual));
    }

    /**
     * Checks that the server counts the value up, in its classic form or as an identity column.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasColumn("no").isAutoIncrement();
     * // fails
     * assertThat(table("chat")).hasColumn("read").isAutoIncrement();
     * }</pre>
     */
    public ColumnAssert isAutoIncrement() {
        return verify(
                actual.generation().isCounter()
                        ? Optional.empty()
                        : Optional.of(ShouldBeGenerated.counter(part.view(), actual)));
    }

    /**
     * Checks that it is an identity column of the SQL standard.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasColumn("no").isIdentity();
     * // fails
     * assertThat(table("chat")).hasColumn("no").isIdentity();
     * }</pre>
     */
    public ColumnAssert isIdentity() {
        return verify(
                actual.generation() instanceof Generation.Identity
                        ? Optional.empty()
                        : Optional.of(ShouldBeGenerated.identity(part.view(), actual)));
    }

    /**
     * Checks that it is an identity column of the SQL standard, and whether an INSERT may give a value itself.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasColumn("no").isIdentity(Generation.Identity.Mode.BY_DEFAULT);
     * // fails
     * assertThat(table("room")).hasColumn("no").isIdentity(Generation.Identity.Mode.ALWAYS);
     * }</pre>
     */
    public ColumnAssert isIdentity(Generation.Identity.Mode mode) {
        return verify(ShouldBeGenerated.identity(part.view(), actual, mode));
    }

    /**
     * Checks that it is no identity column of the SQL standard: the classic form is not one.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasColumn("no").isNotIdentity();
     * // fails
     * assertThat(table("room")).hasColumn("no").isNotIdentity();
     * }</pre>
     */
    public ColumnAssert isNotIdentity() {
        return verify(
                actual.generation() instanceof Generation.Identity
                        ? Optional.of(ShouldBeGenerated.noIdentity(part.view(), actual))
                        : Optional.empty());
    }

    /**
     * Checks that the value is computed from other columns.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("participant")).hasColumn("label").isGenerated();
     * // fails
     * assertThat(table("participant")).hasColumn("role").isGenerated();
     * }</pre>
     */
    public ColumnAssert isGenerated() {
        return generated(actual.generation() instanceof Generation.Computed, "to be computed from other columns");
    }

    /**
     * Checks that the value is computed by this expression; the server is asked to write it in its own words before it is
     * compared.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("participant")).hasColumn("label").isGeneratedAs("role || ' ' || status");
     * // fails
     * assertThat(table("participant")).hasColumn("label").isGeneratedAs("status || ' ' || role");
     * }</pre>
     */
    public ColumnAssert isGeneratedAs(String sql) {
        return verify(ShouldBeGenerated.by(part.view(), actual, sql));
    }

    /**
     * Checks that the computed value is stored in the row.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("participant")).hasColumn("label").isStored();
     * // fails
     * assertThat(table("participant")).hasColumn("role").isStored();
     * }</pre>
     */
    public ColumnAssert isStored() {
        return generated(isComputed(Storage.STORED), "to be computed from other columns and stored");
    }

    /**
     * Checks that the computed value is computed when it is read (PostgreSQL 18, MySQL family).
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "pledge")).hasColumn("half").isVirtual();
     * // fails
     * assertThat(table("participant")).hasColumn("label").isVirtual();
     * }</pre>
     */
    public ColumnAssert isVirtual() {
        return generated(isComputed(Storage.VIRTUAL), "to be computed from other columns when it is read");
    }

    /**
     * Checks that the value is not computed from other columns.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("participant")).hasColumn("role").isNotGenerated();
     * // fails
     * assertThat(table("participant")).hasColumn("label").isNotGenerated();
     * }</pre>
     */
    public ColumnAssert isNotGenerated() {
        return generated(!(actual.generation() instanceof Generation.Computed), "to come from the INSERT");
    }

    /**
     * Checks the column's comment.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasColumn("topic").hasComment("shown above the messages");
     * // fails
     * assertThat(table("room")).hasColumn("topic").hasComment("shown below");
     * }</pre>
     */
    public ColumnAssert hasComment(String comment) {
        return verify(ShouldHaveAttribute.comment(part.view(), actual, Optional.of(comment)));
    }

    /**
     * Checks that the column has no comment.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasColumn("title").hasNoComment();
     * // fails
     * assertThat(table("room")).hasColumn("topic").hasNoComment();
     * }</pre>
     */
    public ColumnAssert hasNoComment() {
        return verify(ShouldHaveAttribute.comment(part.view(), actual, Optional.empty()));
    }

    /**
     * Checks a collation that is not the default of the type or table.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasColumn("topic").hasCollation("C");
     * // fails
     * assertThat(table("room")).hasColumn("title").hasCollation("C");
     * }</pre>
     */
    public ColumnAssert hasCollation(String collation) {
        return verify(ShouldHaveAttribute.collation(part.view(), actual, collation));
    }

    /**
     * Checks that the collation is the default of the type or table.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasColumn("title").hasDefaultCollation();
     * // fails
     * assertThat(table("room")).hasColumn("topic").hasDefaultCollation();
     * }</pre>
     */
    public ColumnAssert hasDefaultCollation() {
        return verify(ShouldHaveAttribute.defaultCollation(part.view(), actual));
    }

    /** Goes back to the table. */
    public TableAssert returnToTable() {
        return part.origin();
    }

    /** Goes back to the table; short for {@link #returnToTable()}. */
    public TableAssert and() {
        return returnToTable();
    }

    private boolean isComputed(Storage storage) {
        return actual.generation() instanceof Generation.Computed computed && computed.storage() == storage;
    }

    private ColumnAssert generated(boolean asWanted, String clause) {
        return verify(
                asWanted ? Optional.empty() : Optional.of(ShouldBeGenerated.failure(part.view(), actual, clause)));
    }
}
