package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Remedy;
import dev.fk.core.database.Database;
import dev.fk.core.database.DirtyData;
import dev.fk.core.schema.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.presentation.Representation;

/**
 * What a failed assertion says: a headline and labelled lines below it. Values are kept as values until the
 * representation is known that prints them; a piece that is a {@code String} is text already. Immutable.
 */
@API(status = Status.INTERNAL)
public final class Failure {
    private static final String INDENT = "\n        ";
    private static final String WHY = "why";
    private static final String FIX = "fix";

    private final String headline;
    private final List<Line> lines;
    private final List<Object> wanted;
    private final List<Object> there;

    private record Line(String label, List<List<Object>> rows) {}

    private Failure(String headline, List<Line> lines, List<Object> wanted, List<Object> there) {
        this.headline = headline;
        this.lines = List.copyOf(lines);
        this.wanted = List.copyOf(wanted);
        this.there = List.copyOf(there);
    }

    /** {@code Expecting …}; the headline alone stands for both sides until they are given. */
    static Failure expecting(String what) {
        return new Failure("Expecting " + what, List.of(), List.of(what), List.of("not so"));
    }

    Failure want(Object... pieces) {
        return line("want", List.of(List.of(pieces))).wanting(pieces);
    }

    Failure want(List<List<Object>> rows) {
        return line("want", rows).wanting(joined(rows).toArray());
    }

    /** What was wanted, for the comparison that an IDE shows; the message has it in its headline. */
    Failure wanting(Object... pieces) {
        return new Failure(headline, lines, List.of(pieces), there);
    }

    Failure have(Object... pieces) {
        return have(List.of(List.of(pieces)));
    }

    /** Several values, each on a line of its own. */
    Failure have(List<List<Object>> rows) {
        Failure longer = line("have", rows);
        return new Failure(headline, longer.lines, wanted, joined(rows));
    }

    /** More to look at, under a label of its own. */
    Failure note(String label, List<List<Object>> rows) {
        return line(label, rows);
    }

    /** What was done to find out, and what was seen; it stands below what is there. */
    Failure seen(List<String> rows) {
        List<Line> longer = new ArrayList<>();
        for (Line line : lines) {
            longer.add(line);
            if (line.label().equals("have")) {
                longer.add(new Line("seen", rows.stream().map(List::<Object>of).toList()));
            }
        }
        return new Failure(headline, longer, wanted, there);
    }

    /** What is there, for the comparison that an IDE shows. */
    Failure having(Object... pieces) {
        return new Failure(headline, lines, wanted, List.of(pieces));
    }

    /** Reasons one below the other, whoever adds them. */
    Failure why(String reason) {
        if (reason.isEmpty()) {
            return this;
        }
        List<Line> others = lines.stream().filter(l -> !l.label().equals(WHY)).toList();
        List<List<Object>> reasons = new ArrayList<>();
        lines.stream().filter(l -> l.label().equals(WHY)).forEach(l -> reasons.addAll(l.rows()));
        reasons.add(List.of(reason));
        return new Failure(headline, others, wanted, there).line(WHY, reasons);
    }

    /** What to do about it, in words. */
    Failure doing(String remedy) {
        return remedy.isEmpty() ? this : line("do", List.of(List.of(remedy)));
    }

    /** What puts it right, or why this server has nothing that would. */
    Failure fix(Remedy remedy) {
        String objection = remedy.objection();
        return (objection.isEmpty() ? this : why("there is no fix: " + objection))
                .losing(remedy.losses())
                .inTheWay("the fix", remedy.inTheWay())
                .fix(remedy.statements());
    }

    /** All that may have been meant are there to be seen; which of them to alter, nobody knows. */
    public Failure amongSeveral(List<? extends Constraint> candidates) {
        List<Line> kept = lines.stream()
                .filter(l -> !Set.of("have", "loss", "rows", FIX).contains(l.label()))
                .toList();
        List<Line> seen = new ArrayList<>();
        kept.stream().filter(l -> l.label().equals("want")).forEach(seen::add);
        seen.add(new Line("have", Names.inLines(candidates)));
        kept.stream().filter(l -> !l.label().equals("want")).forEach(seen::add);
        return new Failure(headline, seen, wanted, joined(Names.inLines(candidates)));
    }

    private Failure losing(List<String> losses) {
        return losses.isEmpty()
                ? this
                : line(
                        "loss",
                        losses.stream()
                                .map(l -> List.<Object>of("with the fix, " + l))
                                .toList());
    }

    /** The rows that make the server refuse the statements. */
    Failure inTheWay(String what, List<DirtyData> found) {
        if (found.isEmpty()) {
            return this;
        }
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("in the way of " + what + ", to be put right first:"));
        found.forEach(f -> rows.add(List.of(f.describe().stripTrailing())));
        return line("rows", rows);
    }

    private Failure fix(List<String> statements) {
        if (statements.isEmpty()) {
            return this;
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            rows.add(List.of(statements.get(i) + (i < statements.size() - 1 ? ";" : "")));
        }
        return line(FIX, rows);
    }

    /** The database it is about, and what is going on there that nobody sees. */
    public Failure in(Object database) {
        List<String> open = database instanceof Database live ? live.inquiry().uncommitted() : List.of();
        Failure more = open.isEmpty()
                ? this
                : line("open", open.stream().map(List::<Object>of).toList());
        return more.line("db", List.of(List.of(database.toString())));
    }

    private Failure line(String label, List<List<Object>> rows) {
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line(label, rows));
        return new Failure(headline, more, wanted, there);
    }

    public String text(Representation representation) {
        StringBuilder text = new StringBuilder(headline);
        for (Line line : lines) {
            text.append(String.format("\n  %-4s: ", line.label()));
            text.append(line.rows().stream()
                    .map(row ->
                            indented(print(row, representation), line.label().equals(FIX)))
                    .collect(Collectors.joining(INDENT)));
        }
        return text.toString();
    }

    /** A statement is there to be run as it stands: what is quoted in it stays as it is. */
    private static String indented(String text, boolean isStatement) {
        StringBuilder indented = new StringBuilder();
        char quote = 0;
        for (char c : text.toCharArray()) {
            boolean quotes = isStatement && "'\"`".indexOf(c) >= 0 && (quote == 0 || quote == c);
            if (quotes) {
                quote = quote == 0 ? c : 0;
            }
            indented.append(c == '\n' && quote == 0 ? INDENT : String.valueOf(c));
        }
        return indented.toString();
    }

    /** The left side of the comparison that an IDE shows. */
    public String expected(Representation representation) {
        return print(wanted, representation);
    }

    /** The right side of the comparison that an IDE shows. */
    public String actual(Representation representation) {
        return print(there, representation);
    }

    private static List<Object> joined(List<List<Object>> rows) {
        List<Object> pieces = new ArrayList<>();
        for (List<Object> row : rows) {
            if (!pieces.isEmpty()) {
                pieces.add("\n");
            }
            pieces.addAll(row);
        }
        return pieces;
    }

    private static String print(List<Object> pieces, Representation representation) {
        return pieces.stream()
                .map(p -> p instanceof String text ? text : representation.toStringOf(p))
                .collect(Collectors.joining());
    }
}
