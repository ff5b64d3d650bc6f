package dev.fk.assertj.catalog;

import dev.fk.core.schema.DataType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types in the words of messages where a server has others: {@code BLOB} for PostgreSQL's {@code bytea}. */
record TypeWords(String words) {
    private static final String ARRAY = "[]";
    private static final Map<String, DataType> PLAIN = Map.of(
            "BLOB", new DataType.Blob(DataType.LobSize.REGULAR),
            "DOUBLE", new DataType.Approximate(DataType.Approximate.Kind.DOUBLE));
    private static final Pattern MOMENT = Pattern.compile("TIMESTAMP(?: ?\\((\\d)\\))? WITH TIME ZONE");

    Optional<DataType> type() {
        String text = words.strip().toUpperCase(Locale.ROOT);
        if (text.endsWith(ARRAY)) {
            return new TypeWords(text.substring(0, text.length() - ARRAY.length()))
                    .type()
                    .map(DataType.Array::new);
        }
        Matcher moment = MOMENT.matcher(text);
        return moment.matches()
                ? Optional.of(new DataType.Timestamp(
                        moment.group(1) == null
                                ? OptionalInt.empty()
                                : OptionalInt.of(Integer.parseInt(moment.group(1))),
                        true))
                : Optional.ofNullable(PLAIN.get(text));
    }
}
