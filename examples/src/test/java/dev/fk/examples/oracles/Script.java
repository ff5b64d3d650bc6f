package dev.fk.examples.oracles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A script on the class path, in statements. */
record Script(String resource, List<String> statements) {
    /** What a semicolon may hide in, comments first, and last the semicolon that ends a statement. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>--[^\\n]*|(?m:^[ \\t]*#[^\\n]*)|/\\*.*?\\*/)"
                    + "|(?<quoted>'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|(?<dollar>\\$\\w*\\$).*?\\k<dollar>)|(?<end>;)",
            Pattern.DOTALL);

    /** Rows are no part of a schema, and some scripts write them into tables of another script. */
    private static final Pattern ROWS = Pattern.compile("(?is)(insert|update|commit)\\b.*");

    static Script of(String resource) {
        try (InputStream in = Script.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No jar on the class path has " + resource + ".");
            }
            return new Script(resource, split(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    static List<String> split(String text) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        int done = 0;
        while (token.find()) {
            statement.append(text, done, token.start());
            done = token.end();
            if (token.group("quoted") != null) {
                statement.append(token.group());
            } else if (token.group("end") != null) {
                add(statements, statement);
            }
        }
        add(statements, statement.append(text.substring(done)));
        return statements;
    }

    private static void add(List<String> statements, StringBuilder statement) {
        String sql = statement.toString().strip();
        statement.setLength(0);
        if (!sql.isEmpty() && !ROWS.matcher(sql).matches()) {
            statements.add(sql);
        }
    }

    /** Those of its statements that make a sequence. */
    Script sequences() {
        return new Script(
                resource,
                statements.stream()
                        .filter(s -> s.regionMatches(true, 0, "CREATE SEQUENCE", 0, "CREATE SEQUENCE".length()))
                        .toList());
    }

    void run(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException refused) {
                    throw new SQLException(refused.getMessage() + "\n" + sql + "\nof " + resource, refused);
                }
            }
        }
    }
}
