package dev.fk.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.ServerVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tables that break a rule, that do not, or that a server refuses, so that nobody can break the rule there.
 *
 * @param engines on which kinds of servers; empty for all
 * @param found the code of what is found, if it is not that of the rule
 */
record RuleCase(String code, Kind kind, List<String> engines, int since, String found, List<String> statements) {
    enum Kind {
        VIOLATING,
        CLEAN,
        REFUSED
    }

    private static final Path FOLDER = Path.of("src", "test", "resources", "rules");
    private static final Pattern HEADER =
            Pattern.compile("-- (violating|clean|refused)([a-z ]*?)(?: since (\\d+))?(?:: (FK\\d+))?");

    static List<RuleCase> of(String code) {
        try {
            List<RuleCase> cases = new ArrayList<>();
            for (String part : Files.readString(FOLDER.resolve(code + ".sql")).split("(?m)^(?=-- )")) {
                if (!part.isBlank()) {
                    cases.add(parsed(code, part));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException("A rule needs cases", e);
        }
    }

    private static RuleCase parsed(String code, String part) {
        String header = part.lines().findFirst().orElseThrow();
        Matcher matcher = HEADER.matcher(header);
        assertThat(matcher.matches()).as(header).isTrue();
        List<String> statements = Stream.of(part.substring(header.length()).split(";\\s*"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
        return new RuleCase(
                code,
                Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                Stream.of(matcher.group(2).strip().split(" "))
                        .filter(e -> !e.isEmpty())
                        .toList(),
                matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)),
                matcher.group(4) == null ? code : matcher.group(4),
                statements);
    }

    boolean isFor(String engine, ServerVersion version) {
        return (engines.isEmpty() || engines.contains(engine)) && (since == 0 || version.isAtLeast(since, 0));
    }
}
