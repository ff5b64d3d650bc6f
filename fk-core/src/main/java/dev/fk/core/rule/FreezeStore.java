package dev.fk.core.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of frozen violations. What one rule writes leaves what the others have written alone. */
final class FreezeStore {
    private final Path file;
    private final String dialect;
    private final Freeze.Mode mode;

    FreezeStore(Path file, Target target, Freeze.Mode mode) {
        this.dialect = target.catalog().dialect().id();
        this.file = Path.of(file.toString().replace("{dialect}", dialect));
        this.mode = mode;
    }

    /** What is new; the rest is frozen. */
    List<Violation> onlyNew(Rule rule, List<Violation> now) {
        synchronized (FreezeStore.class) { // tests run in parallel and share files
            FrozenText text = read();
            Optional<List<String>> frozen =
                    mode == Freeze.Mode.REPLACE ? Optional.empty() : text.violations(name(rule));
            if (frozen.isEmpty()) {
                return freeze(rule, now, text);
            }
            List<String> gone = new ArrayList<>(frozen.get());
            List<Violation> fresh = new ArrayList<>();
            for (Violation violation : now) {
                if (!gone.remove(line(violation))) {
                    fresh.add(violation);
                }
            }
            if (!gone.isEmpty() && mode != Freeze.Mode.READ) {
                List<String> left = new ArrayList<>(frozen.get());
                gone.forEach(left::remove);
                write(text.with(name(rule), left));
            }
            return fresh;
        }
    }

    private List<Violation> freeze(Rule rule, List<Violation> now, FrozenText text) {
        if (mode == Freeze.Mode.READ) {
            String what = Files.exists(file)
                    ? "The file " + file + " does not know the rule '" + name(rule) + "'"
                    : "The file " + file + " of frozen violations is not there";
            throw new FrozenException(what + ", and nothing is frozen in CI or with -D" + Freeze.UPDATE
                    + "=false. Run this test on your machine, look at what it writes, and commit the file.");
        }
        List<String> lines = now.stream().map(FreezeStore::line).toList();
        write(text.with(name(rule), lines));
        return List.of();
    }

    /** By what a violation is known again, whatever its text says: its subject, and the code if the rule has several. */
    private static String line(Violation violation) {
        String code = violation.code().map(c -> c + " ").orElse("");
        return (code + violation.subject()).replace("\n", "\\n");
    }

    private static String name(Rule rule) {
        return rule.code().replace('\n', ' ');
    }

    private FrozenText read() {
        try {
            if (!Files.exists(file)) {
                return FrozenText.empty(dialect);
            }
            FrozenText text = FrozenText.parse(Files.readString(file));
            if (!text.dialect().equals(dialect)) {
                throw new FrozenException("The file " + file + " holds violations frozen on " + text.dialect()
                        + ", and this is " + dialect + ". Write {dialect} in its name, so that each has its own.");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the frozen violations in " + file, e);
        }
    }

    private void write(FrozenText text) {
        try {
            Optional<Path> folder = Optional.ofNullable(file.toAbsolutePath().getParent());
            if (folder.isPresent()) {
                Files.createDirectories(folder.get());
            }
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the frozen violations to " + file, e);
        }
    }
}
