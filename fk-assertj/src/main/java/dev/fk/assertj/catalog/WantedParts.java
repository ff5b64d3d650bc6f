package dev.fk.assertj.catalog;

import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An index of which the parts are to be others, in the notation of messages. */
@API(status = Status.INTERNAL)
public record WantedParts(Table table, Index there) {
    private static final Pattern PART = Pattern.compile("(.+?)(?:\\((\\d+)\\))?( DESC)?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_$]+");

    /** The index with these parts; absent where one of them is no column of the table and no expression either. */
    public Optional<Index> index(List<String> words) {
        List<IndexPart> parts = words.stream().flatMap(w -> part(w).stream()).toList();
        return parts.size() < words.size()
                ? Optional.empty()
                : Optional.of(
                        new Index(there.name(), parts, there.unique(), there.method(), there.where(), there.options()));
    }

    private Optional<IndexPart> part(String word) {
        Optional<IndexPart> same =
                there.parts().stream().filter(p -> p.describe().equals(word)).findFirst();
        return same.isPresent() ? same : other(PART.matcher(word));
    }

    private Optional<IndexPart> other(Matcher word) {
        if (!word.matches()) {
            return Optional.empty();
        }
        String text = word.group(1);
        boolean descending = word.group(3) != null;
        OptionalInt prefix =
                word.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(word.group(2)));
        if (table.column(text).isPresent()) {
            return Optional.of(new IndexPart(text, false, descending, prefix, options(text)));
        }
        return NAME.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(
                        IndexPart.expression(text).withDescending(descending).withOptions(options(text)));
    }

    /** Such as an operator class, which the notation leaves out. */
    private Options options(String text) {
        return there.parts().stream()
                .filter(p -> p.text().equals(text))
                .map(IndexPart::options)
                .findFirst()
                .orElse(Options.none());
    }
}
