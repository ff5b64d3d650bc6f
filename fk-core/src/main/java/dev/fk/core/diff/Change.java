package dev.fk.core.diff;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One difference between two schemas. Every case carries what was there before, so that it can be undone, described and
 * judged without looking at the schema it came from.
 */
@API(status = Status.EXPERIMENTAL)
public sealed interface Change {
    /** The table or type that changes, by the name it has before. */
    QualifiedName subject();

    <R> R accept(Visitor<R> visitor);

    /** The change that takes this one back. */
    default Change inverse() {
        return accept(Inverse.INSTANCE);
    }

    /** One line for people: {@code add foreign key chat(participantNo) → participant(no) ON DELETE CASCADE}. */
    default String describe() {
        return accept(ChangeText.INSTANCE);
    }

    /** The same in parts, for machines. */
    default ChangeSummary summary() {
        return accept(SummaryOfChange.INSTANCE);
    }

    /** A change within one table, or of the table itself. */
    sealed interface OfTable extends Change {
        QualifiedName table();

        @Override
        default QualifiedName subject() {
            return table();
        }
    }

    /** One method per kind, so that a new kind does not compile until everyone has answered for it. */
    interface Visitor<R> {
        R createTable(CreateTable change);

        R dropTable(DropTable change);

        R renameTable(RenameTable change);

        R alterOptions(AlterOptions change);

        R alterComment(AlterComment change);

        R addColumn(AddColumn change);

        R dropColumn(DropColumn change);

        R alterColumn(AlterColumn change);

        R renameColumn(RenameColumn change);

        R addPrimaryKey(AddPrimaryKey change);

        R dropPrimaryKey(DropPrimaryKey change);

        R addUniqueKey(AddUniqueKey change);

        R dropUniqueKey(DropUniqueKey change);

        R addForeignKey(AddForeignKey change);

        R dropForeignKey(DropForeignKey change);

        R alterForeignKey(AlterForeignKey change);

        R addIndex(AddIndex change);

        R dropIndex(DropIndex change);

        R addCheck(AddCheck change);

        R dropCheck(DropCheck change);

        R alterCheck(AlterCheck change);

        R addExclusion(AddExclusion change);

        R dropExclusion(DropExclusion change);

        R renameConstraint(RenameConstraint change);

        R createEnum(CreateEnum change);

        R dropEnum(DropEnum change);

        R alterEnum(AlterEnum change);

        R renameEnumLabel(RenameEnumLabel change);
    }

    /** A table comes into being, with all its columns, keys and foreign keys. */
    record CreateTable(Table definition) implements OfTable {
        @Override
        public QualifiedName table() {
            return definition.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createTable(this);
        }
    }

    /** A table goes, and its rows with it. */
    record DropTable(Table definition) implements OfTable {
        @Override
        public QualifiedName table() {
            return definition.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropTable(this);
        }
    }

    /** A table gets another name and keeps everything else. */
    record RenameTable(QualifiedName table, QualifiedName to) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameTable(this);
        }
    }

    /** What only one server knows about a table changes. */
    record AlterOptions(QualifiedName table, Options from, Options to) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterOptions(this);
        }
    }

    /** The comment of a table changes. */
    record AlterComment(QualifiedName table, Optional<String> from, Optional<String> to) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterComment(this);
        }
    }

    /** A table gets a column. */
    record AddColumn(QualifiedName table, Column column, ColumnPosition position) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addColumn(this);
        }
    }

    /** A column goes, and its values with it; the position is where the inverse puts it back. */
    record DropColumn(QualifiedName table, Column column, ColumnPosition position) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropColumn(this);
        }
    }

    /**
     * Anything about a column but its name changes.
     *
     * @param move where it is put as well; a difference between two schemas moves a column only on request
     */
    record AlterColumn(QualifiedName table, Column from, Column to, Optional<Move> move) implements OfTable {
        public AlterColumn(QualifiedName table, Column from, Column to) {
            this(table, from, to, Optional.empty());
        }

        /** From one position to another. */
        public record Move(ColumnPosition from, ColumnPosition to) {
            Move inverse() {
                return new Move(to, from);
            }
        }

        public AlterColumn moving(ColumnPosition before, ColumnPosition after) {
            return new AlterColumn(table, from, to, Optional.of(new Move(before, after)));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterColumn(this);
        }
    }

    /** A column gets another name, in its table and in every foreign key that refers to it. */
    record RenameColumn(QualifiedName table, String from, String to) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameColumn(this);
        }
    }

    /** A table gets its primary key. */
    record AddPrimaryKey(QualifiedName table, PrimaryKey primaryKey) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addPrimaryKey(this);
        }
    }

    /** A table loses its primary key. */
    record DropPrimaryKey(QualifiedName table, PrimaryKey primaryKey) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropPrimaryKey(this);
        }
    }

    /** A table gets a unique key. */
    record AddUniqueKey(QualifiedName table, UniqueKey uniqueKey) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addUniqueKey(this);
        }
    }

    /** A table loses a unique key. */
    record DropUniqueKey(QualifiedName table, UniqueKey uniqueKey) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropUniqueKey(this);
        }
    }

    /** A table gets a foreign key. */
    record AddForeignKey(QualifiedName table, ForeignKey foreignKey) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addForeignKey(this);
        }
    }

    /** A table loses a foreign key. */
    record DropForeignKey(QualifiedName table, ForeignKey foreignKey) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropForeignKey(this);
        }
    }

    /** A foreign key keeps its columns and target and changes its actions, match, deferrability or enforcement. */
    record AlterForeignKey(QualifiedName table, ForeignKey from, ForeignKey to) implements OfTable {
        /** Whether all that changes is that the rows which are there already are to be checked as well. */
        public boolean validates() {
            return from.enforcement() == Enforcement.NOT_VALID
                    && from.withEnforcement(Enforcement.ENFORCED).equals(to);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterForeignKey(this);
        }
    }

    /** A table gets an index. */
    record AddIndex(QualifiedName table, Index index) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addIndex(this);
        }
    }

    /** A table loses an index. */
    record DropIndex(QualifiedName table, Index index) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropIndex(this);
        }
    }

    /** A table gets a check. */
    record AddCheck(QualifiedName table, Check check) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addCheck(this);
        }
    }

    /** A table loses a check. */
    record DropCheck(QualifiedName table, Check check) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropCheck(this);
        }
    }

    /** A check keeps its name and expression and changes its enforcement. */
    record AlterCheck(QualifiedName table, Check from, Check to) implements OfTable {
        /** Whether all that changes is that the rows which are there already are to be checked as well. */
        public boolean validates() {
            return from.enforcement() == Enforcement.NOT_VALID && to.enforcement() == Enforcement.ENFORCED;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterCheck(this);
        }
    }

    /** A table gets an exclusion constraint. */
    record AddExclusion(QualifiedName table, Exclusion exclusion) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addExclusion(this);
        }
    }

    /** A table loses an exclusion constraint. */
    record DropExclusion(QualifiedName table, Exclusion exclusion) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropExclusion(this);
        }
    }

    /** A constraint or index gets another name; {@code from} and {@code to} differ in nothing else. */
    record RenameConstraint(QualifiedName table, Constraint from, Constraint to) implements OfTable {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameConstraint(this);
        }
    }

    /** A named enum type comes into being. */
    record CreateEnum(EnumDefinition definition) implements Change {
        @Override
        public QualifiedName subject() {
            return definition.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createEnum(this);
        }
    }

    /** A named enum type goes. */
    record DropEnum(EnumDefinition definition) implements Change {
        @Override
        public QualifiedName subject() {
            return definition.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropEnum(this);
        }
    }

    /** A named enum type gets other labels, or the same ones in another order. */
    record AlterEnum(EnumDefinition from, EnumDefinition to) implements Change {
        @Override
        public QualifiedName subject() {
            return from.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterEnum(this);
        }
    }

    /** A label of a named enum type gets another name, in all that uses it. */
    record RenameEnumLabel(QualifiedName type, String from, String to) implements Change {
        @Override
        public QualifiedName subject() {
            return type;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameEnumLabel(this);
        }
    }
}
