package dev.fk.core.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.DialectId;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferTest {
    private static final DataType INTEGER = new DataType.Int(DataType.Int.Size.REGULAR);
    private static final QualifiedName PARTICIPANT = QualifiedName.of("participant");
    private static final ForeignKey KEY = ForeignKey.of(List.of("participantNo"), PARTICIPANT, List.of("no"))
            .withActions(ReferentialAction.CASCADE, ReferentialAction.CASCADE);
    private static final Table CHAT = Table.of(
            QualifiedName.of("chat"), List.of(Column.of("no", INTEGER).notNull(), Column.of("participantNo", INTEGER)));

    @Test
    void a_name_the_server_chose_is_no_difference() {
        assertThat(diff(withKeys(KEY.named("chat_ibfk_1")), withKeys(KEY))).isEmpty();
    }

    @Test
    void a_declared_name_that_differs_renames_the_constraint() {
        assertThat(diff(withKeys(KEY.named("chat_ibfk_1")), withKeys(KEY.named("fk_participant"))))
                .isEqualTo("rename constraint of chat: chat_ibfk_1 → fk_participant");
    }

    @Test
    void a_constraint_that_needs_no_name_gives_its_name_to_one_that_needs_it() {
        ForeignKey other = ForeignKey.of(List.of("no"), PARTICIPANT, List.of("no"));

        assertThat(diff(withKeys(KEY.named("fk")), withKeys(KEY, other.named("fk"))))
                .isEqualTo(String.join(
                        "\n",
                        "add foreign key chat(no) REFERENCES participant (no) [fk]",
                        "drop foreign key chat(participantNo) REFERENCES participant (no)"
                                + " ON DELETE CASCADE ON UPDATE CASCADE [fk]",
                        "add foreign key chat(participantNo) REFERENCES participant (no)"
                                + " ON DELETE CASCADE ON UPDATE CASCADE"));
    }

    @Test
    void a_name_that_an_index_and_a_foreign_key_share_is_no_difference() {
        Table there = CHAT.withForeignKeys(List.of(KEY.named("fk"))).withIndexes(List.of(Index.of("fk", "no")));
        Table wanted = there.withIndexes(List.of(Index.of("fk", "no").withName(Optional.empty())));

        assertThat(diff(there, wanted)).isEmpty();
    }

    @Test
    void another_action_alters_the_foreign_key_and_keeps_its_name() {
        ForeignKey there = KEY.named("chat_ibfk_1").withActions(ReferentialAction.SET_NULL, ReferentialAction.CASCADE);

        assertThat(diff(withKeys(there), withKeys(KEY)))
                .isEqualTo("alter foreign key chat(participantNo) REFERENCES participant (no):"
                        + " ON DELETE SET NULL ON UPDATE CASCADE → ON DELETE CASCADE ON UPDATE CASCADE [chat_ibfk_1]");
    }

    @Test
    void a_duplicate_is_dropped_and_the_one_of_the_declared_name_stays() {
        assertThat(diff(withKeys(KEY.named("chat_ibfk_1"), KEY.named("mine")), withKeys(KEY.named("mine"))))
                .isEqualTo("drop foreign key chat(participantNo) REFERENCES participant (no)"
                        + " ON DELETE CASCADE ON UPDATE CASCADE [chat_ibfk_1]");
    }

    @Test
    void an_unnamed_wish_leaves_the_partner_of_a_named_one_alone() {
        ForeignKey other = KEY.named("other");
        assertThat(diff(withKeys(other, KEY.named("generated")), withKeys(KEY, other)))
                .isEmpty();
    }

    @Test
    void another_target_is_another_foreign_key() {
        ForeignKey elsewhere =
                KEY.withReferenced(QualifiedName.of("user"), List.of("no")).named("chat_ibfk_1");

        assertThat(diff(withKeys(elsewhere), withKeys(KEY)))
                .isEqualTo("drop foreign key chat(participantNo) REFERENCES user (no)"
                        + " ON DELETE CASCADE ON UPDATE CASCADE [chat_ibfk_1]\n"
                        + "add foreign key chat(participantNo) REFERENCES participant (no)"
                        + " ON DELETE CASCADE ON UPDATE CASCADE");
    }

    @Test
    void names_that_change_places_are_dropped_and_added() {
        Table from = CHAT.withUniqueKeys(List.of(unique("a", "no"), unique("b", "participantNo")));
        Table to = CHAT.withUniqueKeys(List.of(unique("b", "no"), unique("a", "participantNo")));

        assertThat(diff(from, to).lines())
                .hasSize(4)
                .allMatch(l -> l.startsWith("add unique") || l.startsWith("drop unique"));
    }

    @Test
    void a_column_says_what_differs() {
        Table to = CHAT.withColumns(List.of(
                Column.of("no", new DataType.Int(DataType.Int.Size.BIG)).notNull(),
                Column.of("participantNo", INTEGER).notNull().withGeneration(Generation.defaultTo("0"))));

        assertThat(diff(CHAT, to))
                .isEqualTo("alter column chat.no: type INTEGER → BIGINT\n"
                        + "alter column chat.participantNo: NULL → NOT NULL, value none → DEFAULT 0");
    }

    @Test
    void another_primary_key_and_another_index_are_dropped_and_added() {
        Table from = CHAT.withPrimaryKey(Optional.of(PrimaryKey.of("no").withName(Optional.of("chat_pkey"))))
                .withIndexes(List.of(Index.of("ix", "no")));
        Table to = CHAT.withPrimaryKey(Optional.of(PrimaryKey.of("no", "participantNo")))
                .withIndexes(List.of(Index.of("ix", "no").asUnique()));

        assertThat(diff(from, to))
                .isEqualTo("drop primary key chat(no) [chat_pkey]\nadd primary key chat(no, participantNo)\n"
                        + "drop index ix on chat(no)\nadd unique index ix on chat(no)");
    }

    @Test
    void a_column_named_twice_does_not_stand_for_another_one() {
        Column no = CHAT.columns().get(0);

        assertThat(Differ.isSame(canonical(CHAT), canonical(CHAT.withColumns(List.of(no, no)))))
                .isFalse();
    }

    @Test
    void normal_forms_of_different_servers_are_not_compared() {
        CanonicalSchema other = new CanonicalSchema(Schema.empty(), new DialectId("other"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Differ.diff(canonical(CHAT), other))
                .withMessage("A schema in the normal form of test cannot be compared with one of other;"
                        + " canonicalize both for one server.");
    }

    private static UniqueKey unique(String name, String column) {
        return UniqueKey.of(column).withName(Optional.of(name));
    }

    private static Table withKeys(ForeignKey... keys) {
        return CHAT.withForeignKeys(List.of(keys));
    }

    private static String diff(Table from, Table to) {
        return Differ.diff(canonical(from), canonical(to)).toString();
    }

    private static CanonicalSchema canonical(Table table) {
        return new CanonicalSchema(Schema.of(table), new DialectId("test"));
    }
}
