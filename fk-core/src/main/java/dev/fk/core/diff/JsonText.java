package dev.fk.core.diff;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Writes maps, lists, texts, numbers and truth values as JSON (RFC 8259), indented by two blanks, members in the order of
 * the map; an empty Optional is {@code null}.
 */
@API(status = Status.INTERNAL)
public final class JsonText {
    private static final int FIRST_PRINTABLE = 0x20;

    private JsonText() {}

    public static String of(Object value) {
        StringBuilder text = new StringBuilder();
        write(text, value, "");
        return text.append('\n').toString();
    }

    /** Kind, object, from and to of a change, in this order. */
    public static void members(ChangeSummary change, Map<String, Object> object) {
        object.put("kind", change.kind());
        object.put("object", change.object());
        object.put("from", change.from());
        object.put("to", change.to());
    }

    private static void write(StringBuilder text, Object value, String indent) {
        if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                write(text, optional.get(), indent);
            } else {
                text.append("null");
            }
        } else if (value instanceof Map<?, ?> object) {
            object(text, object, indent);
        } else if (value instanceof Collection<?> array) {
            array(text, List.copyOf(array), indent);
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            string(text, value.toString());
        }
    }

    private static void object(StringBuilder text, Map<?, ?> object, String indent) {
        String inner = indent + "  ";
        text.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = object.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            text.append('\n').append(inner);
            string(text, entry.getKey().toString());
            text.append(": ");
            write(text, entry.getValue(), inner);
            text.append(entries.hasNext() ? "," : "\n" + indent);
        }
        text.append('}');
    }

    private static void array(StringBuilder text, List<?> array, String indent) {
        String inner = indent + "  ";
        text.append('[');
        for (int i = 0; i < array.size(); i++) {
            text.append(i == 0 ? "\n" : ",\n").append(inner);
            write(text, array.get(i), inner);
        }
        text.append(array.isEmpty() ? "]" : "\n" + indent + "]");
    }

    private static void string(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    // Half a surrogate pair has no form in UTF-8.
                    if (c < FIRST_PRINTABLE || isAlone(value, i)) {
                        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private static boolean isAlone(String value, int index) {
        char c = value.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(value.charAt(index - 1)));
    }
}
