package dev.fk.core.generate;

import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import java.util.stream.Collectors;

/** An index as the call that declares it of a model. */
final class IndexCall {
    private IndexCall() {}

    static String of(Index index) {
        return ".index(i -> i"
                + index.name().map(n -> JavaText.call("named", n)).orElse("")
                + index.parts().stream().map(IndexCall::part).collect(Collectors.joining())
                + (index.unique() ? ".unique()" : "")
                + index.method().map(m -> JavaText.call("using", m)).orElse("")
                + index.where().map(w -> JavaText.call("where", w.sql())).orElse("")
                + ")";
    }

    private static String part(IndexPart part) {
        String details = (part.descending() ? ".descending()" : "")
                + (part.prefixLength().isPresent()
                        ? ".prefix(" + part.prefixLength().getAsInt() + ")"
                        : "")
                + option(part.options(), "opclass", "operatorClass")
                + option(part.options(), "collation", "collate")
                + option(part.options(), "nulls", "nulls");
        return "." + (part.isExpression() ? "onExpression" : "on") + "(" + JavaText.literal(part.text())
                + (details.isEmpty() ? "" : ", p -> p" + details) + ")";
    }

    private static String option(Options options, String key, String method) {
        return options.get(key).map(v -> JavaText.call(method, v)).orElse("");
    }
}
