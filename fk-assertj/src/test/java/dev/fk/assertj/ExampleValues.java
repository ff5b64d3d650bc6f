package dev.fk.assertj;

import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.model.Attributes.text;

import dev.fk.core.database.Database;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.model.Models;
import dev.fk.core.parity.NeutralForm;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;

/** What the examples in the Javadoc call by name. Public, because they are loaded by a class loader of their own. */
public class ExampleValues {
    private static final QualifiedName NOTE = QualifiedName.of("note");

    protected final Models models = Models.define(m -> m.model("Note", n -> n.tableName("note")
            .noPrimaryKey()
            .noTimestamps()
            .attribute("body", text())
            .attribute("author", string(45))));
    protected final Models changed = Models.define(m -> m.model("Note", n -> n.tableName("note")
            .noPrimaryKey()
            .noTimestamps()
            .attribute("body", text().notNull())
            .attribute("author", string(45))));
    protected final Database empty;
    protected final Schema all;
    protected final Table note;
    protected final Plan nothing;
    protected final Plan addsColumn;
    protected final Plan dropsColumn;
    protected final Plan stepwise;
    protected final NeutralForm twin;
    protected final NeutralForm other;

    protected ExampleValues(Database database, Database empty) {
        this.empty = empty;
        CanonicalSchema catalog = database.read();
        all = catalog.schema();
        note = all.table(NOTE).orElseThrow();
        Column author =
                catalog.schema().table(NOTE).orElseThrow().column("author").orElseThrow();
        Column color = Column.of("color", new DataType.Varchar(9));
        nothing = database.plan(ChangeSet.of(), catalog);
        addsColumn = database.plan(ChangeSet.of(new Change.AddColumn(NOTE, color, ColumnPosition.last())), catalog);
        dropsColumn =
                database.plan(ChangeSet.of(new Change.DropColumn(NOTE, author, ColumnPosition.after("body"))), catalog);
        twin = NeutralForm.of(catalog, database.dialect(), database.server());
        other = NeutralForm.parse(twin.toString()
                .replace("# server: " + twin.dialect(), "# server: elsewhere")
                .replace("on delete: SET NULL", "on delete: CASCADE"));
        stepwise = new Plan(database.server(), dropsColumn.steps(), false);
    }
}
