package dev.fk.core.dialect.mysql;

import static dev.fk.core.dialect.ForeignWord.leftOut;
import static dev.fk.core.dialect.ForeignWord.of;
import static dev.fk.core.dialect.ForeignWord.replaced;

import dev.fk.core.dialect.ForeignWord;
import java.util.List;

/** What PostgreSQL understands and MySQL and MariaDB do not, or one of them: the server says which. */
final class ForeignWords {
    private static final String AT_ONCE = "every foreign key is checked at once, row by row";

    private static final String WHOLE = "a column is changed as a whole";
    private static final String MODIFY = "Write MODIFY COLUMN with all that the column is to be.";

    static final List<ForeignWord> ALL = List.of(
            leftOut("NOT DEFERRABLE INITIALLY IMMEDIATE", AT_ONCE),
            leftOut("NOT DEFERRABLE", AT_ONCE),
            leftOut("DEFERRABLE INITIALLY DEFERRED", AT_ONCE),
            leftOut("DEFERRABLE INITIALLY IMMEDIATE", AT_ONCE),
            leftOut("DEFERRABLE", AT_ONCE),
            leftOut("INITIALLY DEFERRED", AT_ONCE),
            leftOut("NOT VALID", "a new constraint is asked of all rows"),
            replaced("CONCURRENTLY *", "an index is made while others write, where that can be", "*"),
            leftOut("IF NOT EXISTS", "it is not asked whether this is there"),
            leftOut("IF EXISTS", "it is not asked whether this is there"),
            of(
                    "ON CONFLICT",
                    "what is done where a row is there is said of all keys",
                    "Write ON DUPLICATE KEY UPDATE … = VALUES(…), with a column set to itself if nothing is to change."),
            of("RETURNING", "a statement that writes gives no rows", "Ask for the keys that the server gave by JDBC."),
            of(
                    "ON * () WHERE",
                    "an index is over all rows",
                    "Leave the condition out, or index an expression that is NULL elsewhere."),
            of("ALTER COLUMN * TYPE", WHOLE, MODIFY),
            of("ALTER * TYPE", WHOLE, MODIFY),
            of("SET DATA TYPE", WHOLE, MODIFY),
            of("SET NOT NULL", WHOLE, MODIFY),
            of("DROP NOT NULL", WHOLE, MODIFY));

    private ForeignWords() {}
}
