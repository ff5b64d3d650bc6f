package dev.fk.core.rule;

import dev.fk.core.schema.Enforcement;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Ready rules, for every kind of server. Each has a code that never changes its meaning; what the server would refuse if it
 * were made today has the code that it has before a sync.
 */
@API(status = Status.EXPERIMENTAL)
public final class Rules {
    private Rules() {}

    /**
     * All of them but naming conventions. A schema needs tables, but neither foreign keys nor indexes, to be looked at.
     */
    public static RuleSet recommended() {
        Stream<Rule> others = Stream.of(
                referencedTablesExist(),
                referencedColumnsAreUnique(),
                foreignKeyTypesFit(),
                setNullColumnsAreNullable(),
                serverCarriesOutWhatIsDeclared(),
                foreignKeysAreIndexed(),
                foreignKeyTypesAreEqual(),
                foreignKeysAreThereOnce(),
                foreignKeysDoNotIntersect(),
                referencesAreForeignKeys(),
                compositeForeignKeysAreChecked(),
                treesSayWhatDeletesDo(),
                cascadesDoNotCycle(),
                cascadesDoNotMeet(),
                namesAreChosen(),
                namesFit(),
                namesAreNotReserved(),
                indexesAreThereOnce(),
                indexesAreNotRedundant(),
                columnsOfOneNameHaveOneType(),
                constraintsAreValidated(),
                constraintsAreEnforced());
        return new RuleSet(Stream.concat(others.map(Rule::allowingEmpty), Stream.of(tablesHavePrimaryKeys()))
                .toList());
    }

    /** FK001: a foreign key leads to a table that is there. Without {@code foreign_key_checks} MySQL and MariaDB drop it. */
    public static Rule referencedTablesExist() {
        return Rule.ready(
                ServerProblems.PARENT_MISSING,
                Severity.ERROR,
                "foreign keys should reference tables that exist",
                "every insert with a value there fails, until somebody creates a table of that name, whatever it is"
                        + " for",
                ServerProblems.of(ServerProblems.PARENT_MISSING));
    }

    /** FK003: what a foreign key references is unique. MySQL before 8.4 took any index, and 9 does on request. */
    public static Rule referencedColumnsAreUnique() {
        return Rule.ready(
                ServerProblems.NOT_UNIQUE,
                Severity.ERROR,
                "foreign keys should reference columns that are unique",
                "a row references several, and what becomes of it when one of them is deleted is nowhere said",
                ServerProblems.of(ServerProblems.NOT_UNIQUE));
    }

    /** FK004: the server can compare what a foreign key pairs. */
    public static Rule foreignKeyTypesFit() {
        return Rule.ready(
                ServerProblems.TYPES,
                Severity.ERROR,
                "foreign keys should have the type of what they reference",
                "the server would refuse this foreign key today",
                ServerProblems.of(ServerProblems.TYPES));
    }

    /** FK005: what {@code SET NULL} sets can be null. PostgreSQL takes it, and fails at the first delete (23502). */
    public static Rule setNullColumnsAreNullable() {
        return Rule.ready(
                ServerProblems.SET_NULL,
                Severity.ERROR,
                "columns that a foreign key sets to null should be nullable",
                "the first delete of a row that is referenced fails",
                ServerProblems.of(ServerProblems.SET_NULL));
    }

    /** FK006 and other codes: nothing is declared that this server takes without doing it, or would refuse today. */
    public static Rule serverCarriesOutWhatIsDeclared() {
        return Rule.ready(
                "FK400",
                Severity.ERROR,
                "the server should carry out what is declared",
                "what is declared is not what happens",
                ServerProblems::others);
    }

    /** FK401: an index begins with the columns of each foreign key. InnoDB makes it by itself. */
    public static Rule foreignKeysAreIndexed() {
        return Rule.ready(
                "FK401",
                Severity.ERROR,
                "foreign keys should have an index",
                "every delete of a referenced row reads the whole table",
                Inspection.ofEach(Member::foreignKeys, IndexRules::uncovered));
    }

    /** FK402: both sides of a foreign key have the same type, not only types that the server compares. */
    public static Rule foreignKeyTypesAreEqual() {
        return Rule.ready(
                "FK402",
                Severity.ERROR,
                "foreign keys should have exactly the type of what they reference",
                "values that fit into one of the columns do not fit into the other",
                Inspection.ofEach(Member::foreignKeys, ForeignKeyColumns::typesDiffer));
    }

    /** FK403: no foreign key is there twice, the usual residue of repeated syncs and migrations. */
    public static Rule foreignKeysAreThereOnce() {
        return Rule.ready(
                "FK403",
                Severity.ERROR,
                "foreign keys should be there once",
                "every insert and delete is checked twice, and whoever drops or alters one leaves the other",
                Inspection.ofEach(Member::tables, ForeignKeyPairs::duplicates));
    }

    /** FK404: no column belongs to several foreign keys. */
    public static Rule foreignKeysDoNotIntersect() {
        return Rule.ready(
                "FK404",
                Severity.WARNING,
                "foreign keys should not share columns",
                "one value has to be in two tables, and two actions may want to set it to different things",
                Inspection.ofEach(Member::tables, ForeignKeyPairs::intersecting));
    }

    /** FK405: a column that is called after another table, {@code participantNo}, has a foreign key. */
    public static Rule referencesAreForeignKeys() {
        return Rule.ready(
                "FK405",
                Severity.WARNING,
                "columns that look like references should be foreign keys",
                "nothing keeps its values from pointing at rows that are not there",
                Inspection.ofEach(Member::columns, LooksLikeForeignKey::find));
    }

    /** FK406: a foreign key of several columns is checked whenever one of them has a value. */
    public static Rule compositeForeignKeysAreChecked() {
        return Rule.ready(
                "FK406",
                Severity.WARNING,
                "foreign keys of several columns should be checked whole",
                "with MATCH SIMPLE one null is enough for the other columns to hold anything",
                Inspection.ofEach(Member::foreignKeys, ForeignKeyColumns::halfNull));
    }

    /**
     * FK407: a table that references itself says what becomes of the children. On MySQL and MariaDB a declared {@code
     * RESTRICT} cannot be told from nothing declared.
     */
    public static Rule treesSayWhatDeletesDo() {
        return Rule.ready(
                "FK407",
                Severity.WARNING,
                "foreign keys to their own table should have an explicit action",
                "a node can be deleted only after all below it, which one statement cannot do in every order",
                Inspection.ofEach(Member::foreignKeys, ForeignKeyColumns::silentTree));
    }

    /** FK408: deletes that cascade never come back to the table where they began. */
    public static Rule cascadesDoNotCycle() {
        return Rule.ready(
                "FK408",
                Severity.WARNING,
                "deletes should not cascade in a circle",
                "deleting one row can empty all these tables",
                Cascades::cycles);
    }

    /** FK409: deletes that cascade reach a table on one way. SQL Server refuses anything else. */
    public static Rule cascadesDoNotMeet() {
        return Rule.ready(
                "FK409",
                Severity.WARNING,
                "deletes should reach a table on one way",
                "which foreign key deletes a row depends on the order the server takes them in, and changing one of"
                        + " them changes nothing",
                Cascades::diamonds);
    }

    /** FK410: no constraint or index has a name with a number that a server counted, {@code chat_ibfk_1}. */
    public static Rule namesAreChosen() {
        return Rule.ready(
                "FK410",
                Severity.WARNING,
                "constraints and indexes should have names that somebody chose",
                "the number depends on what was there before, so that a migration that drops it by name may miss it"
                        + " elsewhere",
                Inspection.ofEach(Member::tables, Naming::counted));
    }

    /** FK411: no name fills all the room that the server has for names. */
    public static Rule namesFit() {
        return Rule.ready(
                "FK411",
                Severity.WARNING,
                "names should leave room",
                "a longer name would not be kept",
                Inspection.ofEach(Member::tables, Naming::full));
    }

    /** FK412: no table or column is called by a reserved word of the server. */
    public static Rule namesAreNotReserved() {
        return Rule.ready(
                "FK412",
                Severity.WARNING,
                "names should not be reserved words",
                "every statement has to quote it, and the first that forgets fails",
                Inspection.ofEach(Member::tables, Naming::reserved));
    }

    /**
     * FK413: foreign keys are named by a pattern, {@code fk_{table}_{columns}}; {@code {parent}} is the referenced table.
     * Not among the recommended ones.
     */
    public static Rule foreignKeysAreNamed(String pattern) {
        return Rule.ready(
                "FK413",
                Severity.ERROR,
                "foreign keys should be named " + pattern,
                "a name that can be told from the table is one that a migration finds",
                Inspection.ofEach(Member::foreignKeys, k -> Naming.unlike(k, pattern)));
    }

    /** FK414: every table has a primary key. */
    public static Rule tablesHavePrimaryKeys() {
        return Rule.ready(
                "FK414",
                Severity.ERROR,
                "tables should have a primary key",
                "rows cannot be told apart, referenced or replicated one by one",
                Inspection.ofEach(
                        Member::tables,
                        t -> t.value().primaryKey().isPresent()
                                ? Stream.empty()
                                : Stream.of(KeyCandidate.violation(t.value()))));
    }

    /** FK415: no index is the beginning of another one. */
    public static Rule indexesAreNotRedundant() {
        return Rule.ready(
                "FK415",
                Severity.WARNING,
                "indexes should not be the beginning of others",
                "the longer one serves the same queries, and every write keeps both",
                Inspection.ofEach(Member::tables, IndexRules::redundant));
    }

    /** FK416: no two indexes or keys have the same columns. */
    public static Rule indexesAreThereOnce() {
        return Rule.ready(
                "FK416",
                Severity.WARNING,
                "indexes should be there once",
                "every write keeps both, and no query needs the second",
                Inspection.ofEach(Member::tables, IndexRules::duplicates));
    }

    /** FK417: columns of one name have one type in all tables; the lengths of strings may differ. */
    public static Rule columnsOfOneNameHaveOneType() {
        return Rule.ready(
                "FK417",
                Severity.WARNING,
                "columns of one name should have one type",
                "a value that is copied or compared from one to the other is converted, or does not fit",
                ColumnFamilies::inspect);
    }

    /** FK418: no foreign key or check is {@code NOT VALID} (PostgreSQL). */
    public static Rule constraintsAreValidated() {
        return Rule.ready(
                "FK418",
                Severity.ERROR,
                "constraints should be validated",
                "rows that were there before may break it, and the planner does not rely on it",
                Inspection.ofEach(
                        Member::tables,
                        t -> Enforced.find(
                                t, Enforcement.NOT_VALID, "is NOT VALID: it was never checked for old rows")));
    }

    /**
     * FK419: no foreign key or check is {@code NOT ENFORCED} (PostgreSQL 18, checks of MySQL), no foreign key has its
     * triggers disabled (PostgreSQL), and none is looked after by an index in which MySQL from 9.6 on passes over rows.
     */
    public static Rule constraintsAreEnforced() {
        return Rule.ready(
                "FK419",
                Severity.ERROR,
                "constraints should be enforced",
                "it stands in the catalog and keeps nothing out",
                Inspection.ofEach(Member::tables, t -> Stream.of(
                                Enforced.find(t, Enforcement.NOT_ENFORCED, "is NOT ENFORCED"),
                                Enforced.switchedOff(t),
                                Enforced.withGaps(t))
                        .flatMap(v -> v)));
    }
}
