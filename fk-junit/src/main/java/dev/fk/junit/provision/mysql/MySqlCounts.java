package dev.fk.junit.provision.mysql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What MySQL's Performance Schema has counted for each table: rows inserted, updated and deleted, whether or not that was
 * rolled back or refused, and at once, before anything is committed. Setting them to zero is a statement that
 * {@link MySqlWitness} counts. Rows that InnoDB 8.0 itself changes in other tables because of a foreign key are not counted. Who
 * turns the instruments off meanwhile writes unseen.
 */
record MySqlCounts() implements MySqlTraces {
    private static final int FEW = 1_000;

    private static final String COUNTS =
            """
            SELECT OBJECT_NAME, concat_ws(' ', COUNT_INSERT, COUNT_UPDATE, COUNT_DELETE)
              FROM performance_schema.table_io_waits_summary_by_table
             WHERE OBJECT_TYPE = 'TABLE' AND OBJECT_SCHEMA = '%s' AND COUNT_WRITE > 0
            """;

    /** Whether it counts every table of every session, and has not lost any. */
    private static final String COMPLETE =
            """
            SELECT (SELECT count(*) FROM performance_schema.setup_instruments
                     WHERE NAME = 'wait/io/table/sql/handler' AND ENABLED = 'YES') = 1
               AND (SELECT count(*) FROM performance_schema.setup_consumers
                     WHERE NAME = 'global_instrumentation' AND ENABLED = 'YES') = 1
               AND (SELECT count(*) FROM performance_schema.setup_objects WHERE OBJECT_TYPE = 'TABLE'
                       AND OBJECT_SCHEMA = '%' AND OBJECT_NAME = '%' AND ENABLED = 'YES') = 1
               AND NOT EXISTS (SELECT 1 FROM performance_schema.setup_objects WHERE OBJECT_TYPE = 'TABLE'
                       AND OBJECT_SCHEMA NOT IN ('mysql', 'performance_schema', 'information_schema')
                       AND ENABLED <> 'YES')
               AND (SELECT count(*) FROM performance_schema.setup_actors
                     WHERE HOST = '%' AND USER = '%' AND ENABLED = 'YES') = 1
               AND NOT EXISTS (SELECT 1 FROM performance_schema.setup_actors WHERE ENABLED <> 'YES')
               AND NOT EXISTS (SELECT 1 FROM performance_schema.threads WHERE INSTRUMENTED <> 'YES')
               AND (SELECT sum(VARIABLE_VALUE) FROM performance_schema.global_status
                     WHERE VARIABLE_NAME IN ('Performance_schema_table_instances_lost',
                         'Performance_schema_table_handles_lost', 'Performance_schema_table_lock_stat_lost',
                         'Performance_schema_index_stat_lost', 'Performance_schema_thread_instances_lost')) = 0
            """;

    @Override
    public List<String> questions(String database) {
        return List.of(COMPLETE, COUNTS.formatted(database));
    }

    @Override
    public Map<String, String> of(MySqlAnswers answers) {
        Map<String, String> counts = new HashMap<>();
        for (List<String> table : answers.rows(1)) {
            counts.put(table.get(0), table.get(1));
        }
        if (!areComplete(answers)) {
            counts.put("", "incomplete " + System.nanoTime());
        }
        return counts;
    }

    static boolean areComplete(MySqlAnswers answers) {
        return answers.rows(0).equals(List.of(List.of("1")));
    }

    @Override
    public boolean mayHideCascade(String before, String now) {
        long[] more = between(before, now);
        return more[1] != 0 || more[2] != 0;
    }

    @Override
    public boolean areOfFewRows(String before, String now) {
        return between(before, now)[0] <= FEW;
    }

    private static long[] between(String before, String now) {
        long[] more = {0, 0, 0};
        String[] then = before.isEmpty() ? new String[] {"0", "0", "0"} : before.split(" ", 3);
        String[] each = now.split(" ", 3);
        for (int i = 0; i < more.length; i++) {
            more[i] = Long.parseLong(each[i]) - Long.parseLong(then[i]);
        }
        return more;
    }

    @Override
    public boolean areOfContent() {
        return false;
    }
}
