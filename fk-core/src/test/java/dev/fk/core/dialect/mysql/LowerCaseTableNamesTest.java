package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.IdentifierRules.Case;
import dev.fk.core.plan.Preflight;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of tables are as good as the file system below; a variable says so, and only a new server can be given another. */
@Tag("thorough")
class LowerCaseTableNamesTest {
    private static final DataType INT = new DataType.Int(DataType.Int.Size.REGULAR);

    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    static List<MySqlServers.Server> lowering() {
        return MySqlServers.loweringTableNames().toList();
    }

    private static Schema wish(String parent, String child, String referenced) {
        Table one = Table.of(
                        QualifiedName.of(parent), List.of(Column.of("Id", INT).notNull()))
                .withPrimaryKey(Optional.of(PrimaryKey.of("Id")));
        Table other = Table.of(QualifiedName.of(child), List.of(Column.of("parentId", INT)))
                .withForeignKeys(
                        List.of(ForeignKey.of(List.of("parentId"), QualifiedName.of(referenced), List.of("Id"))));
        return Schema.of(one, other);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void keeps_names_apart_that_differ_in_case(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.on(server)) {
            Live live = Live.of(database);
            live.becomes(live.canonical(wish("Parent", "parent", "Parent")));
            assertThat(live.read().schema().tables().keySet())
                    .containsExactlyInAnyOrder(QualifiedName.of("Parent"), QualifiedName.of("parent"));
            assertThat(live.dialect().identifiers(live.info()).tables()).isEqualTo(Case.COUNTS);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void misses_a_table_that_is_called_otherwise(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.on(server)) {
            Live live = Live.of(database);
            CanonicalSchema wish = live.canonical(wish("Parent", "Child", "parent"));
            assertThat(Preflight.check(wish, live.read(), live.dialect(), live.info()))
                    .singleElement()
                    .satisfies(p -> assertThat(p.fact()).contains("table parent", "did you mean Parent?"));
        }
    }

    @ParameterizedTest
    @MethodSource("lowering")
    void stores_them_in_lower_case_and_finds_them_in_any(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.on(server)) {
            Live live = Live.of(database);
            live.becomes(live.canonical(wish("Parent", "Child", "PARENT")));
            assertThat(live.read().schema().tables().keySet())
                    .containsExactlyInAnyOrder(QualifiedName.of("parent"), QualifiedName.of("child"));
            assertThat(live.left(live.canonical(wish("parent", "CHILD", "Parent")))
                            .changes())
                    .isEmpty();
            assertThat(live.dialect().identifiers(live.info()).tables()).isEqualTo(Case.IGNORED);
        }
    }
}
