package dev.fk.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SequencerTest {
    private static final DataType INTEGER = new DataType.Int(DataType.Int.Size.REGULAR);
    private static final DataType BIG = new DataType.Int(DataType.Int.Size.BIG);
    private static final Table PARENT = Table.of(
                    QualifiedName.of("parent"), List.of(Column.of("id", INTEGER).notNull()))
            .withPrimaryKey(Optional.of(PrimaryKey.of("id").withName(Optional.of("parent_pkey"))));
    private static final ForeignKey KEY =
            ForeignKey.of(List.of("up"), PARENT.name(), List.of("id")).named("old");
    private static final Table CHILD = Table.of(QualifiedName.of("child"), List.of(Column.of("up", INTEGER)))
            .withForeignKeys(List.of(KEY));

    @Test
    void a_foreign_key_over_a_column_that_changes_its_type_is_taken_out_and_put_back() {
        assertThat(sequence(retype("parent", "id"), retype("child", "up")))
                .containsExactly(
                        "drop foreign key child(up) REFERENCES parent (id) [old]",
                        "alter column parent.id: type INTEGER → BIGINT",
                        "alter column child.up: type INTEGER → BIGINT",
                        "add foreign key child(up) REFERENCES parent (id) [old]");
    }

    @Test
    void a_foreign_key_that_is_renamed_and_in_the_way_comes_back_under_its_new_name() {
        assertThat(sequence(retype("parent", "id"), new Change.RenameConstraint(CHILD.name(), KEY, KEY.named("new"))))
                .containsExactly(
                        "drop foreign key child(up) REFERENCES parent (id) [old]",
                        "alter column parent.id: type INTEGER → BIGINT",
                        "add foreign key child(up) REFERENCES parent (id) [new]");
    }

    @Test
    void a_foreign_key_that_comes_back_does_so_before_the_server_names_another() {
        ForeignKey unnamed = ForeignKey.of(List.of("up", "id"), PARENT.name(), List.of("id", "up"));
        assertThat(sequence(new Change.AddForeignKey(CHILD.name(), unnamed), retype("parent", "id")))
                .endsWith(
                        "add foreign key child(up) REFERENCES parent (id) [old]",
                        "add foreign key child(up, id) REFERENCES parent (id, up)");
    }

    @Test
    void a_primary_key_that_is_referenced_is_replaced_while_nobody_refers_to_it() {
        PrimaryKey key = PARENT.primaryKey().orElseThrow();

        assertThat(sequence(
                        new Change.DropPrimaryKey(PARENT.name(), key),
                        new Change.AddPrimaryKey(PARENT.name(), key.withName(Optional.of("other")))))
                .containsExactly(
                        "drop foreign key child(up) REFERENCES parent (id) [old]",
                        "drop primary key parent(id) [parent_pkey]",
                        "add primary key parent(id) [other]",
                        "add foreign key child(up) REFERENCES parent (id) [old]");
    }

    @Test
    void a_name_is_free_before_another_takes_it_and_names_change_places_by_a_third() {
        UniqueKey a = UniqueKey.of("up").withName(Optional.of("a"));
        UniqueKey b = UniqueKey.of("id").withName(Optional.of("b"));

        assertThat(sequence(
                        new Change.RenameConstraint(CHILD.name(), a, a.withName(Optional.of("b"))),
                        new Change.RenameConstraint(PARENT.name(), b, b.withName(Optional.of("c")))))
                .containsExactly("rename constraint of parent: b → c", "rename constraint of child: a → b");
        assertThat(sequence(
                        new Change.RenameConstraint(CHILD.name(), a, a.withName(Optional.of("b"))),
                        new Change.RenameConstraint(PARENT.name(), b, b.withName(Optional.of("a")))))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("rename constraint of child: a → fk_"),
                        second -> assertThat(second).isEqualTo("rename constraint of parent: b → a"),
                        third -> assertThat(third)
                                .startsWith("rename constraint of child: fk_")
                                .endsWith(" → b"));
    }

    @Test
    void a_foreign_key_to_a_table_that_is_dropped_goes_before_it() {
        assertThat(sequence(new Change.DropTable(PARENT)))
                .containsExactly("drop foreign key child(up) REFERENCES parent (id) [old]", "drop table parent");
    }

    @Test
    void a_foreign_key_is_part_of_its_table_unless_its_parent_is_still_to_change() {
        Table late = CHILD.withName(QualifiedName.of("late"));

        assertThat(sequence(new Change.CreateTable(late))).containsExactly("create table late (up)");
        assertThat(sequence(new Change.CreateTable(late), retype("parent", "id")))
                .contains("create table late (up)", "add foreign key late(up) REFERENCES parent (id) [old]");
    }

    private static Change retype(String table, String column) {
        Column before = Column.of(column, INTEGER);
        return new Change.AlterColumn(QualifiedName.of(table), before, before.withType(BIG));
    }

    private static List<String> sequence(Change... changes) {
        return Sequencer.sequence(Schema.of(PARENT, CHILD), ChangeSet.of(changes), t -> List.of(), RiskTest.ddl())
                .stream()
                .map(Change::describe)
                .toList();
    }
}
