package dev.fk.core.plan;

import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A question to the rows that are there, whether a step of a plan would fail on them. The SQL meets the state before the
 * plan, whatever the plan has renamed, added or converted until then; a row it finds, the server would refuse.
 *
 * @param code stable, for filters and search: {@code FK301}
 * @param table the table it is about, as it is called when the step runs
 * @param columns the columns it is about
 * @param thing what is counted, in the singular: {@code row of orders}
 * @param things in the plural
 * @param fact what is wrong with them, to follow the number: {@code with NULL in email}
 * @param probe a row for each thing found, of which there is one more than {@link #COUNTED} at most
 * @param listing the first {@link #LISTED} rows concerned, as texts
 * @param labels what the columns of the listing are called
 * @param finding what finds all of them, for people
 * @param remedy what to do about it
 */
@API(status = Status.EXPERIMENTAL)
public record DataCheck(
        String code,
        QualifiedName table,
        List<String> columns,
        String thing,
        String things,
        String fact,
        Sql probe,
        Sql listing,
        List<String> labels,
        Sql finding,
        String remedy) {
    /** Beyond it, there are simply more. */
    public static final int COUNTED = 10_000;

    /** How many rows are shown. */
    public static final int LISTED = 5;

    public DataCheck {
        columns = List.copyOf(columns);
        labels = List.copyOf(labels);
    }

    /** {@code 3 rows of orders with NULL in customerId}. */
    public String describe(long count) {
        String number = count > COUNTED ? "more than " + String.format(Locale.ROOT, "%,d", COUNTED) : "" + count;
        return number + " " + (count == 1 ? thing : things) + " " + fact;
    }
}
