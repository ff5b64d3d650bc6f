package dev.fk.junit.provision.mysql;

import java.util.List;
import java.util.Map;

/** What changes when somebody writes to a table of the MySQL family, or uses a sequence. */
interface MySqlTraces {
    /** What to ask the server. */
    List<String> questions(String database);

    /**
     * Of each table that has any, and of each sequence, by its name; what equals nothing else if the server cannot be relied on.
     *
     * @param answers to the questions; there may be more
     */
    Map<String, String> of(MySqlAnswers answers);

    /** Whether tables that reference this one may have been written to without a trace of their own. */
    boolean mayHideCascade(String before, String now);

    /** Whether so few rows were written that deleting them is faster than another table. */
    boolean areOfFewRows(String before, String now);

    /** Whether they are those of a new copy again once the rows are. */
    boolean areOfContent();
}
