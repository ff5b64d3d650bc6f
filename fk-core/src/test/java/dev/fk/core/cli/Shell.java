package dev.fk.core.cli;

import dev.fk.core.testing.EachServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs commands as a terminal would, in a folder, at one moment, with what it remembers to be said once and for all. */
record Shell(Path folder, Map<String, String> settings) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-02-06T10:20:30Z"), ZoneOffset.UTC);

    /** What a command left. */
    record Result(int exit, String out, String err) {
        /** Without what differs from run to run. */
        String golden() {
            String text = out + (err.isEmpty() ? "" : "[stderr]\n" + err) + "[exit " + exit + "]\n";
            return text.replaceAll("\\b\\d+(?= ms)", "#")
                    .replaceAll("\\b(fk_|test_?)[0-9a-f_]{6,}\\b", "DATABASE")
                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "TIME");
        }
    }

    static Shell in(Path folder) {
        return new Shell(folder, Map.of());
    }

    static Shell on(EachServer.FreshDatabase database, Path folder) {
        return in(folder).with(Settings.URL, database.url());
    }

    Shell with(String key, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(key, value);
        return new Shell(folder, more);
    }

    Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new PrintWriter(out), new PrintWriter(err), false, () -> settings, Optional.empty(), folder, CLOCK);
        int exit = Fk.run(console, arguments);
        return new Result(exit, out.toString(), err.toString());
    }
}
