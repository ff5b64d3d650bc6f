package dev.fk.core.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script that was found.
 *
 * @param down the script beside it that takes it back: {@code 1-orders.down.sql} beside {@code 1-orders.up.sql}
 */
record ScriptFile(String location, String text, Optional<String> down) {
    /** What begins the way back in a script of MyBatis Migrations, dbmate, goose and sql-migrate. */
    private static final Pattern WAY_BACK = Pattern.compile(
            "^--\\s*(//\\s*@UNDO|migrate:down|\\+goose\\s+Down|\\+migrate\\s+Down)\\b.*$",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** What the file is called, without folders. */
    String name() {
        return location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf(':')) + 1);
    }

    /** The script without its way back. */
    String up() {
        Matcher back = WAY_BACK.matcher(text);
        return back.find() ? text.substring(0, back.start()) : text;
    }

    /** The way back, on the lines on which it stands. */
    Optional<String> undo() {
        Matcher back = WAY_BACK.matcher(text);
        if (!back.find()) {
            return down;
        }
        long lines = text.substring(0, back.end()).lines().count() - 1;
        return Optional.of("\n".repeat((int) lines) + text.substring(back.end()));
    }
}
