package dev.fk.examples.bench;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The table of results, one row per measurement, as Markdown. */
final class Report {
    private record Before(int tables, double millis) {}

    private final PrintStream out;
    private final Map<String, Before> before = new HashMap<>();

    Report(PrintStream out) {
        this.out = out;
        out.println("| server | tables | what | limit | fk | ratio | growth | CPU of limit | CPU of fk | note |");
        out.println("|---|---:|---|---:|---:|---:|---:|---:|---:|---|");
    }

    /** Growth is the exponent: the time for ten times the tables is ten to that power. */
    void row(Bench bench, int tables, String what, Race race, String note) {
        double ours = race.ours();
        Before smaller = before.put(bench + what, new Before(tables, ours));
        String growth = smaller == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.2f",
                        Math.log(ours / smaller.millis()) / Math.log((double) tables / smaller.tables()));
        out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %.1f ms | %.1f ms | %.2f | %s | %.1f ms | %.1f ms | %s |%n",
                bench,
                tables,
                what,
                race.limit(),
                ours,
                ours / race.limit(),
                growth,
                race.limitCpu(),
                race.oursCpu(),
                note);
        out.flush();
    }
}
