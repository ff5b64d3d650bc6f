package dev.fk.junit.provision.external;

import java.util.regex.Pattern;

/** What people see of a URL, and what a shell takes as it stands. */
final class Shown {
    /** Before a host, where Connector/J takes it; in the URLs of other programs, too. */
    private static final Pattern ACCOUNT = Pattern.compile("(?<=//|,)[^,/?(]*@");

    private static final Pattern PARAMETER = Pattern.compile("(?i)(?<=[?&])\\w*password=[^&]*&?");

    /** As Connector/J has them for each host: {@code (host=a)(password=b)} and {@code (host=a,password=b)}. */
    private static final Pattern IN_PARENTHESES =
            Pattern.compile("(?i)\\(\\w*password=[^,)]*\\)|,\\s*\\w*password=[^,)]*|(?<=\\()\\w*password=[^,)]*,\\s*");

    private static final Pattern PLAIN_WORD = Pattern.compile("[\\w.:/@%+,=\\[\\]-]+");

    private Shown() {}

    /** A URL, or what was meant to be one, without passwords. */
    static String url(String url) {
        String shown =
                IN_PARENTHESES.matcher(ACCOUNT.matcher(url).replaceAll("")).replaceAll("");
        return PARAMETER.matcher(shown).replaceAll("").replaceAll("[?&]$", "");
    }

    /** One word for a shell. */
    static String word(String text) {
        return PLAIN_WORD.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
