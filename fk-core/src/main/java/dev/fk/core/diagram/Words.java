package dev.fk.core.diagram;

/** Names and texts in the form that Mermaid reads. */
final class Words {
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
        String word = text.replaceAll("[^\\p{L}\\p{N}_()\\[\\]-]+", "_");
        boolean letter = !word.isEmpty() && (word.charAt(0) == '_' || Character.isLetter(word.codePointAt(0)));
        return letter ? word : "_" + word;
    }
}
