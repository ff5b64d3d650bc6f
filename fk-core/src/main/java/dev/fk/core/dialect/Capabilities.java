package dev.fk.core.dialect;

import dev.fk.core.schema.ReferentialAction;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a server can do, as named facts, so that no code asks for a version.
 *
 * @param identifierBytes the longest identifier in UTF-8 bytes
 * @param identifierCharacters the longest identifier in characters
 * @param onDelete the actions that the server accepts and carries out as declared
 * @param onUpdate likewise
 * @param unspecified what the catalog calls the action of a clause that was left out; every server does NO ACTION then
 * @param transactionalDdl whether DDL is undone by a rollback
 * @param sequences whether there are sequences of their own
 * @param columnPositions whether a column can be put elsewhere in its table
 * @param foreignKeyNamesPerSchema whether no two foreign keys of a schema can have one name, whatever their tables
 * @param checkNamesPerSchema likewise for checks
 * @param indexNamesPerSchema likewise for indexes and keys, which then share one namespace with tables
 * @param checkNamesApart whether a check can have the name of a key or foreign key of its own table
 * @param foreignKeyNamesApart whether a foreign key can have the name of a unique key of its own table
 */
@API(status = Status.EXPERIMENTAL)
public record Capabilities(
        int identifierBytes,
        int identifierCharacters,
        Set<ReferentialAction> onDelete,
        Set<ReferentialAction> onUpdate,
        ReferentialAction unspecified,
        boolean deferrableConstraints,
        boolean onDeleteColumns,
        boolean transactionalDdl,
        boolean sequences,
        boolean columnPositions,
        boolean foreignKeyNamesPerSchema,
        boolean checkNamesPerSchema,
        boolean indexNamesPerSchema,
        boolean checkNamesApart,
        boolean foreignKeyNamesApart) {
    public Capabilities {
        onDelete = Set.copyOf(onDelete);
        onUpdate = Set.copyOf(onUpdate);
    }
}
