package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.OnPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A foreign key sees the rows of the table it references, and none of those that inherit from it. */
@OnPostgres
class OrphansOfHeirsTest {
    @Test
    void are_found_before_a_foreign_key_is_added(Database database) {
        database.execute(new Sql("CREATE TABLE city (id INT PRIMARY KEY)"));
        database.execute(new Sql("CREATE TABLE capital (seat TEXT) INHERITS (city)"));
        database.execute(new Sql("CREATE TABLE inhabitant (city INT)"));
        database.execute(new Sql("INSERT INTO capital VALUES (7, 'Bern')"));
        database.execute(new Sql("INSERT INTO inhabitant VALUES (7)"));
        ForeignKey key = ForeignKey.of(List.of("city"), QualifiedName.of("city"), List.of("id"));
        ChangeSet changes = ChangeSet.of(new Change.AddForeignKey(QualifiedName.of("inhabitant"), key));

        assertThat(database.data().dirty(database.plan(changes, database.read())))
                .singleElement()
                .satisfies(d -> assertThat(d.check().code()).isEqualTo("FK301"));
    }
}
