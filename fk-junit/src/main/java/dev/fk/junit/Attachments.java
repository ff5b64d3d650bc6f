package dev.fk.junit;

import dev.fk.junit.report.AsLeft;
import dev.fk.junit.report.FailureFiles;
import dev.fk.junit.report.Snapshot;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.MediaType;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** The files of a failed test, attached to its report. */
record Attachments(Lease lease, ExtensionContext test) {
    /**
     * Never fails: a test that failed has a reason of its own.
     *
     * @return where they are, for people; empty if they could not be written
     */
    String publish() {
        List<Path> folder = new ArrayList<>();
        try {
            for (Map.Entry<String, String> file : files().all().entrySet()) {
                publish(file.getKey(), file.getValue(), folder);
            }
        } catch (RuntimeException e) {
            System.getLogger(WithSchema.class.getName())
                    .log(
                            Level.WARNING,
                            "Not all files about the database of " + test.getDisplayName() + " could be attached: "
                                    + e.getMessage(),
                            e);
        }
        return folder.stream()
                .findFirst()
                .map(f -> "statements, tables, differences and a script that repeats them: " + f + "/" + prefix() + "*")
                .orElse("");
    }

    private String prefix() {
        String name = lease.scope().name();
        return name.isEmpty() ? "fk-" : "fk-" + name.replaceAll("[^\\p{L}\\p{N}_-]", "_") + "-";
    }

    private FailureFiles files() {
        Snapshot before = TestSession.of(test).blueprint(lease.scope().config()).pristine(lease.server());
        return new FailureFiles(
                title(),
                prefix(),
                before,
                AsLeft.of(lease::snapshot),
                lease.statements(),
                circumstances(),
                lease.scope().config().reporting().settings().all());
    }

    /** What was seen of a database that a test shares is not of this test alone. */
    private String title() {
        return lease.testClass().getSimpleName() + ": " + test.getDisplayName()
                + (lease.isOwner(test) ? "" : ", and what ran before it,");
    }

    private String circumstances() {
        return switch (lease.scope().config().isolation()) {
            case ROLLBACK ->
                "There all of it was one transaction, and its own ones were savepoints (isolation ROLLBACK);\n"
                        + "keys that the server generates went on from those of earlier tests.";
            case READ_ONLY -> "There the server refused what writes (isolation READ_ONLY).";
            case DEFAULT, PER_METHOD, PER_CLASS -> "";
        };
    }

    /** JUnit has another overload from 5.14 on; this one is there from 5.13 to 6.1. */
    @SuppressWarnings("deprecation")
    private void publish(String name, String content, List<Path> folder) {
        ThrowingConsumer<Path> write = file -> {
            Files.writeString(file, content, StandardCharsets.UTF_8);
            folder.add(file.toAbsolutePath().resolveSibling(""));
        };
        test.publishFile(name, MediaType.TEXT_PLAIN_UTF_8, write);
    }
}
