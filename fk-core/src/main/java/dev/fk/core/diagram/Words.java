package dev.fk.core.diagram;

import java.util.regex.Pattern;

/** Names and texts in the form that Mermaid reads. */
final class Words {
    /** Mermaid 11 reads the beginning of a word as the mark of a key, whatever its case, where no ASCII letter follows. */
    private static final Pattern KEY = Pattern.compile("(?i)[pfu]k(?!\\w).*");

    private Words() {}

    /** Anything but the quotes themselves, per cent signs and backslashes, which its grammar has no way to write. */
    static String quoted(String text) {
        return '"'
                + text.replace('"', '\'')
                        .replace('%', '_')
                        .replace('\\', '/')
                        .replace('\n', ' ')
                        .replace('\r', ' ')
                + '"';
    }

    /** A word that begins with a letter: types and columns cannot be quoted. */
    static String word(String text) {
        String word = text.replaceAll("([^\\p{L}\\p{N}_()\\[\\]-]|[\\x80-\\xBF])+", "_");
        boolean letter = !word.isEmpty() && (word.charAt(0) == '_' || Character.isLetter(word.codePointAt(0)));
        return letter && !KEY.matcher(word).matches() ? word : "_" + word;
    }
}
