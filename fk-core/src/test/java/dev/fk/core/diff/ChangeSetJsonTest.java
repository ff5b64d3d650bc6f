package dev.fk.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import dev.fk.core.testing.Golden;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChangeSetJsonTest {
    private static final QualifiedName ORDERS = QualifiedName.of("shop", "orders");
    private static final Column TOTAL = Column.of("total", new DataType.Int(DataType.Int.Size.REGULAR));
    private static final ForeignKey KEY =
            ForeignKey.of(List.of("customer"), QualifiedName.of("customers"), List.of("id"));
    private static final EnumDefinition MOOD = new EnumDefinition(QualifiedName.of("mood"), List.of("good", "so so"));

    /** One of each kind. */
    private static final ChangeSet ALL = ChangeSet.of(
            new Change.CreateTable(Table.of(ORDERS, List.of(TOTAL))),
            new Change.DropTable(Table.of(ORDERS, List.of(TOTAL))),
            new Change.RenameTable(ORDERS, QualifiedName.of("bills")),
            new Change.AlterOptions(ORDERS, Options.none(), Options.of("engine", "MyISAM")),
            new Change.AlterComment(ORDERS, Optional.empty(), Optional.of("what was \"ordered\"")),
            new Change.AddColumn(ORDERS, TOTAL.notNull(), ColumnPosition.last()),
            new Change.DropColumn(ORDERS, TOTAL, ColumnPosition.last()),
            new Change.AlterColumn(ORDERS, TOTAL, TOTAL.notNull()),
            new Change.RenameColumn(ORDERS, "total", "sum"),
            new Change.AddPrimaryKey(ORDERS, PrimaryKey.of("id")),
            new Change.DropPrimaryKey(ORDERS, PrimaryKey.of("id")),
            new Change.AddUniqueKey(ORDERS, UniqueKey.of("a", "b")),
            new Change.DropUniqueKey(ORDERS, UniqueKey.of("a", "b")),
            new Change.AddForeignKey(ORDERS, KEY.named("orders_customer")),
            new Change.DropForeignKey(ORDERS, KEY),
            new Change.AlterForeignKey(
                    ORDERS, KEY, KEY.withActions(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION)),
            new Change.AddIndex(ORDERS, Index.of("by_total", "total").asUnique()),
            new Change.DropIndex(ORDERS, Index.of("by_total", "total")),
            new Change.AddCheck(ORDERS, Check.of("positive", "total > 0")),
            new Change.DropCheck(ORDERS, Check.of("positive", "total > 0")),
            new Change.AlterCheck(
                    ORDERS,
                    Check.of("positive", "total > 0").withEnforcement(Enforcement.NOT_VALID),
                    Check.of("positive", "total > 0")),
            new Change.AddExclusion(ORDERS, new Exclusion(Optional.empty(), "EXCLUDE USING gist (at WITH &&)")),
            new Change.DropExclusion(ORDERS, new Exclusion(Optional.empty(), "EXCLUDE USING gist (at WITH &&)")),
            new Change.RenameConstraint(ORDERS, KEY.named("a"), KEY.named("b")),
            new Change.CreateEnum(MOOD),
            new Change.DropEnum(MOOD),
            new Change.AlterEnum(MOOD, MOOD.withLabels(List.of("good"))),
            new Change.RenameEnumLabel(MOOD.name(), "good", "better"));

    @Test
    void every_kind_has_a_stable_form() throws IOException {
        Golden.assertEqual("changes.json", ALL.toJson());
    }

    @Test
    void every_kind_is_there_and_says_what_it_is() throws IOException {
        Set<String> kinds = new TreeSet<>();
        for (JsonNode change : new ObjectMapper().readTree(ALL.toJson())) {
            kinds.add(change.get("kind").asText());
            assertThat(change.get("from").isNull() && change.get("to").isNull()).isFalse();
        }
        assertThat(kinds).hasSize(Change.class.getDeclaredClasses().length - 2);
        assertThat(kinds).hasSize(ALL.size());
    }
}
