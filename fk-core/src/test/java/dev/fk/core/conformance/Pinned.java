package dev.fk.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;

/** The catalog we produce instead of Sequelize's, pinned; {@code -Dfk.golden.update=true} writes it anew. */
final class Pinned {
    private static final Path FOLDER = Path.of("src/test/resources/golden/conformance");

    private Pinned() {}

    static void check(Case theCase, Outcome outcome, SortedSet<String> ours, List<String> refusals) throws IOException {
        StringBuilder text = new StringBuilder("because: " + outcome.reason() + "\n");
        refusals.forEach(r -> text.append("refused: ")
                .append(r.replaceAll("\\w+\\.java:\\d+", "<site>")
                        .replaceAll("(MySQL|MariaDB) \\d+(\\.\\d+)+", "<server>")
                        .replaceAll("`fk_[0-9a-f]{8}`\\.`#?[\\w-]+`", "<table>")
                        .replaceAll("fk_[0-9a-f]{8}", "<database>")
                        .replaceAll("conn=\\d+", "conn=…"))
                .append('\n'));
        text.append("difference (- Sequelize, + fk):\n");
        outcome.differences().forEach(d -> text.append("  ").append(d).append('\n'));
        text.append("catalog:\n");
        ours.forEach(l -> text.append("  ").append(l).append('\n'));
        Path file = FOLDER.resolve(theCase.dialect()).resolve(theCase.id() + ".txt");
        if (Boolean.getBoolean("fk.golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).hasContent(text.toString());
    }
}
