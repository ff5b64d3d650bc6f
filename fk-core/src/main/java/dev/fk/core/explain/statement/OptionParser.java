package dev.fk.core.explain.statement;

import dev.fk.core.schema.Table;
import java.util.List;

/** Reads what a statement says about a table as a whole; most of it is passed over. */
final class OptionParser {
    private final Cursor at;

    OptionParser(Cursor at) {
        this.at = at;
    }

    void options(List<Clause> clauses) {
        while (!at.atEnd() && !at.peek().is("SELECT")) {
            int start = at.peek().start();
            if (at.accept("ENGINE")) {
                at.acceptSign("=");
                at.name()
                        .map(n -> new Clause.TableOption("engine", new Clause.Span(n.start(), n.end())))
                        .ifPresent(clauses::add);
            } else if (at.accept("CONVERT", "TO")) {
                clauses.add(new Clause.Conversion(new Clause.Span(start, at.end())));
            } else if (at.accept("PARTITION", "OF")) {
                at.table().ifPresent(t -> part(t, clauses));
            } else if (at.accept("PARTITION", "BY")) {
                clauses.add(new Clause.TableOption(
                        Table.PARTITION_BY, new Clause.Span(at.peek().start(), at.end())));
            } else if (at.peek().isSign("(")) {
                at.skipParentheses();
            } else {
                at.next();
            }
        }
    }

    /** What it says about columns and how the part is divided in turn stands around the bound. */
    private void part(TableWord whole, List<Clause> clauses) {
        at.skipParentheses();
        int start = at.peek().start();
        while (!at.atEnd()
                && !at.peek(1).is("BY")
                && !at.peek().is("USING")
                && !at.peek().is("TABLESPACE")) {
            at.next();
        }
        clauses.add(new Clause.Part(whole, new Clause.Span(start, at.peek().start())));
    }
}
