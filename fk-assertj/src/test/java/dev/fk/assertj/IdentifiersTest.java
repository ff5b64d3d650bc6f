package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.fk;
import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.IdentifierRules;
import dev.fk.core.dialect.IdentifierRules.Case;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names are the same to an assertion if they are to the server, and only then. */
@Tag("thorough")
class IdentifiersTest {
    private static IdentifierRules rules(Database db) {
        return db.dialect().identifiers(db.server());
    }

    /** The rules are no opinion: the server is asked with quoted names in another case. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_rules_are_those_of_the_server(Engine engine) throws Exception {
        engine.server().changing(db -> {
            assertThat(accepts(db, "SELECT 'PARTICIPANTNO' FROM chat"))
                    .isEqualTo(rules(db).columns() == Case.IGNORED);
            assertThat(accepts(db, "SELECT 1 FROM 'CHAT'")).isEqualTo(rules(db).tables() == Case.IGNORED);
            assertThat(accepts(db, "ALTER TABLE chat DROP CONSTRAINT 'CHAT_participantno_FKEY'"))
                    .isEqualTo(rules(db).constraints() == Case.IGNORED);
        });
    }

    private static boolean accepts(Database db, String sql) {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            String quote = connection.getMetaData().getIdentifierQuoteString();
            statement.execute(sql.replace("'", quote));
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static Stream<ThrowingCallable> inOtherCase(Database db) {
        return Stream.of(
                () -> assertThat(table(db, "chat")).hasColumn("PARTICIPANTNO").isNotNull(),
                () -> assertThat(table(db, "chat")).hasColumns("NO", "CONTENTS"),
                () -> assertThat(table(db, "note")).hasOnlyColumns("Body", "AUTHOR"),
                () -> assertThat(table(db, "chat")).hasForeignKey("participantno"),
                () -> assertThat(table(db, "chat"))
                        .hasForeignKey("participantNo")
                        .referencing("participant", "NO"),
                () -> assertThat(table(db, "chat")).hasForeignKeyNamed("CHAT_participantNo_FKEY"),
                () -> assertThat(table(db, "chat"))
                        .hasForeignKey("participantNo")
                        .named("chat_participantno_fkey"),
                () -> assertThat(table(db, "chat"))
                        .hasOnlyForeignKeys(
                                fk("PARTICIPANTNO")
                                        .referencing("participant", "no")
                                        .onDelete(CASCADE)
                                        .onUpdate(CASCADE),
                                fk("ROOMNO")
                                        .referencing("room", "NO")
                                        .onDelete(SET_NULL)
                                        .onUpdate(CASCADE)),
                () -> assertThat(table(db, "chat")).hasPrimaryKey("NO"),
                () -> assertThat(table(db, "room")).hasUniqueKey("TITLE"),
                () -> assertThat(table(db, "room")).hasUniqueKey("title").named("ROOM_title_key"),
                () -> assertThat(table(db, "chat")).hasIndex("PARTICIPANTNO"),
                () -> assertThat(table(db, "chat")).hasIndex("participantNo").named("chat_PARTICIPANTNO"),
                () -> assertThat(table(db, "chat")).hasIndexNamed("CHAT_unread"),
                () -> assertThat(table(db, "participant"))
                        .hasIndexNamed("participant_role_status")
                        .hasColumns("ROLE", "STATUS"),
                () -> assertThat(table(db, "participant"))
                        .hasIndexNamed("participant_role_status")
                        .isDescending("STATUS"),
                () -> assertThat(table(db, "participant")).hasOnlyIndexes("PARTICIPANT_role_status"),
                () -> assertThat(table(db, "room")).hasCheck("ROOM_TITLE_CHECK"),
                () -> assertThat(table(db, "room")).hasCheckOn("TITLE").named("Room_Title_Check"),
                () -> assertThat(table(db, "room")).hasConstraintNamed("Room_Title_Key"));
    }

    private static Stream<ThrowingCallable> deniedInOtherCase(Database db) {
        return Stream.of(
                () -> assertThat(table(db, "chat")).doesNotHaveColumn("CONTENTS"),
                () -> assertThat(table(db, "room")).doesNotHaveConstraintNamed("Room_Title_Key"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void another_case_is_the_same_name_where_the_server_says_so(Engine engine) {
        Database db = engine.server().fixture();
        boolean same = rules(db).columns() == Case.IGNORED;
        inOtherCase(db).forEach(assertion -> assertThat(catchThrowable(assertion) == null)
                .isEqualTo(same));
        deniedInOtherCase(db).forEach(assertion -> assertThat(catchThrowable(assertion) == null)
                .isEqualTo(!same));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void of_a_table_in_another_schema_are_not_denied_in_one_piece_or_out_of_view(Engine engine) {
        Database db = engine.server().fixture().withScope(CatalogScope.defaultSchema());
        assertThatThrownBy(() -> assertThat(table(db, "audit.entry")).doesNotExist())
                .hasMessageContaining("Expecting no table audit.entry, but it exists")
                .hasMessageContaining("a schema is an argument of its own: table(\"audit\", \"entry\")");
        assertThatThrownBy(() -> assertThat(table(db, "audit", "entry")).doesNotExist())
                .hasMessageContaining("Expecting no table audit.entry, but it exists");
        assertThat(table(db, "audit.entries")).doesNotExist();
        assertThat(table(db, "entry")).doesNotExist();
        assertThatThrownBy(() ->
                        assertThat(table(db, "chat")).hasForeignKey("roomNo").referencing("audit.entry", "no"))
                .hasMessageContaining("a schema is an argument of its own: QualifiedName.of(\"audit\", \"entry\")");
    }

    /** A table that the user of the connection may not see is neither there nor not there. */
    @ParameterizedTest
    @EnumSource(value = Engine.class, names = "POSTGRESQL", mode = EnumSource.Mode.EXCLUDE)
    void of_a_table_that_is_not_shown_are_neither_found_nor_denied(Engine engine) throws Exception {
        engine.server().changing(db -> {
            String user = db.server().database() + "_u";
            TestServer.execute(db, "CREATE USER " + user + " IDENTIFIED BY 'fk'");
            try {
                TestServer.execute(db, "GRANT ALL ON chat TO " + user);
                Database other = Database.at(db.url().replaceFirst("[?].*", "") + "?user=" + user
                        + "&password=fk&allowPublicKeyRetrieval=true");
                assertThat(table(other, "chat")).hasForeignKey("participantNo");
                assertThatThrownBy(() -> assertThat(table(other, "participant")).exists())
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("no privilege at all on participant: whether there are such tables, the"
                                + " server does not show")
                        .hasMessageContaining("grant REFERENCES");
                assertThatThrownBy(() -> assertThat(table(other, "participant")).doesNotExist())
                        .hasMessageContaining("no privilege at all on participant");
            } finally {
                TestServer.execute(db, "DROP USER " + user);
            }
        });
    }

    @Test
    void a_name_that_postgresql_has_folded_is_told() throws Exception {
        Engine.POSTGRESQL.server().changing(db -> {
            TestServer.execute(db, "CREATE TABLE letter (participantNo integer REFERENCES participant (no))");
            assertThat(table(db, "letter")).hasForeignKey("participantno");
            assertThatThrownBy(() -> assertThat(table(db, "letter")).hasColumn("participantNo"))
                    .hasMessageContaining("there is no column participantNo; found as participantno:"
                            + " PostgreSQL folds names without quotes to lower case");
            assertThatThrownBy(() -> assertThat(table(db, "letter")).hasForeignKey("participantNo"))
                    .hasMessageContaining("found as participantno");
        });
    }

    @Test
    void tables_are_the_same_in_any_case_where_the_file_system_says_so() {
        Database db = new FamilyTestServer("mariadb", "mariadb:11.8", "--lower-case-table-names=1").fixture();
        assertThat(rules(db).tables()).isEqualTo(Case.IGNORED);
        assertThat(table(db, "Chat")).hasForeignKey("participantNo").referencing("Participant", "no");
        assertThat(table(db, "AUDIT", "Entry")).hasForeignKey("chatNo").referencing("CHAT", "no");
        assertThat(schema(db)).hasTables("Room", "CHAT");
        assertThatThrownBy(() -> assertThat(table(db, "CHAT")).doesNotExist())
                .hasMessageContaining("Expecting no table chat, but it exists");
    }
}
