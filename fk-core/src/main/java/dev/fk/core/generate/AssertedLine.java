package dev.fk.core.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * An assertion of a chain.
 *
 * @param idle whether it is about something that has no effect, which has to be said before
 */
record AssertedLine(String call, boolean idle) {
    static AssertedLine of(String call) {
        return new AssertedLine(call, false);
    }

    /** What is in effect comes first, so that it has to stay so. */
    static List<String> inOrder(List<AssertedLine> lines) {
        List<String> order = new ArrayList<>();
        lines.stream().filter(l -> !l.idle()).forEach(l -> order.add(l.call()));
        if (order.size() < lines.size()) {
            order.add(".inEffectOrNot()");
        }
        lines.stream().filter(AssertedLine::idle).forEach(l -> order.add(l.call()));
        return order;
    }
}
