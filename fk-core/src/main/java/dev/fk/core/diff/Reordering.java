package dev.fk.core.diff;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Brings the columns of tables into the order of another schema, with as few moves as that takes. For servers on which
 * columns have positions.
 */
@API(status = Status.EXPERIMENTAL)
public final class Reordering {
    private final Table there;
    private final List<Column> wanted;

    private Reordering(Table there, Table wanted) {
        this.there = there;
        this.wanted = wanted.columns().stream()
                .filter(c -> there.column(c.name()).isPresent())
                .toList();
    }

    /** The changes, and after them the moves that are left to do. */
    public static ChangeSet after(ChangeSet changes, Schema from, Schema to) {
        List<Change> all = new ArrayList<>(changes.changes());
        Schema changed = Patch.apply(from, changes);
        for (Table wanted : to.tables().values()) {
            if (from.table(wanted.name()).isPresent()) {
                changed.table(wanted.name()).ifPresent(t -> all.addAll(new Reordering(t, wanted).moves()));
            }
        }
        return new ChangeSet(all);
    }

    /** From left to right, so that the column after which one goes is in its place by then. */
    private List<Change> moves() {
        List<Column> staying = staying();
        List<Change> moves = new ArrayList<>();
        ColumnPosition position = ColumnPosition.atFirst();
        for (Column column : wanted) {
            if (!staying.contains(column)) {
                Column live = there.column(column.name()).orElseThrow();
                moves.add(new Change.AlterColumn(there.name(), live, live).moving(now(live), position));
            }
            position = ColumnPosition.after(column.name());
        }
        return moves;
    }

    private ColumnPosition now(Column column) {
        int index = there.columns().indexOf(column);
        return index == 0
                ? ColumnPosition.atFirst()
                : ColumnPosition.after(there.columns().get(index - 1).name());
    }

    /** The longest run of columns, with others between them, that are in the wanted order already. */
    private List<Column> staying() {
        List<List<Column>> longest = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Column column = wanted.get(i);
            List<Column> before = Collections.emptyList();
            for (int j = 0; j < i; j++) {
                if (place(wanted.get(j)) < place(column) && longest.get(j).size() > before.size()) {
                    before = longest.get(j);
                }
            }
            List<Column> run = new ArrayList<>(before);
            run.add(column);
            longest.add(run);
        }
        Optional<List<Column>> most = longest.stream().reduce((a, b) -> b.size() > a.size() ? b : a);
        return most.orElse(List.of());
    }

    private int place(Column column) {
        return there.columnNames().indexOf(column.name());
    }
}
