package dev.fk.core.testing;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.ReferentialAction;
import java.util.List;
import java.util.Map;

/**
 * What random schemas may be made of on one server.
 *
 * @param keyTypes types that can be part of a key and be referenced
 * @param otherTypes further types of plain columns
 * @param defaults expressions that may be the default of a column of a type
 * @param checks templates of checks over a column, with {@code %s} for the quoted column
 * @param extras what only some servers have
 */
public record Vocabulary(
        List<DataType> keyTypes,
        List<DataType> otherTypes,
        Map<DataType, List<String>> defaults,
        Map<DataType, List<String>> checks,
        List<ReferentialAction> actions,
        List<Deferrability> deferrabilities,
        List<Generation> generatedKeys,
        boolean enums,
        boolean comments,
        Extras extras) {

    /** Names and types alone, for laws that no server has to agree with. */
    public static Vocabulary abstractOne() {
        DataType integer = new DataType.Int(DataType.Int.Size.REGULAR);
        DataType big = new DataType.Int(DataType.Int.Size.BIG);
        DataType text = new DataType.Varchar(20);
        return new Vocabulary(
                List.of(integer, big, text, new DataType.Uuid()),
                List.of(new DataType.Bool(), new DataType.Text(DataType.LobSize.REGULAR)),
                Map.of(integer, List.of("0", "42"), text, List.of("'x'")),
                Map.of(integer, List.of("%s > 0"), text, List.of("%s <> ''")),
                List.of(ReferentialAction.values()),
                List.of(Deferrability.values()),
                List.of(Generation.autoIncrement(), new Generation.Identity(Generation.Identity.Mode.ALWAYS)),
                true,
                true,
                Extras.none());
    }

    /** Whether the server would take a value away on delete; such a column has to be nullable. */
    static boolean setsNull(ReferentialAction action) {
        return action == ReferentialAction.SET_NULL || action == ReferentialAction.SET_DEFAULT;
    }
}
