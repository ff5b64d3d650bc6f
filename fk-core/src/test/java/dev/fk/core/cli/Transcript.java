package dev.fk.core.cli;

import dev.fk.core.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Commands and what they printed, without what differs from run to run. */
final class Transcript {
    private final StringBuilder text = new StringBuilder();
    private final Shell shell;
    private final Database database;

    Transcript(Shell shell, Database database) {
        this.shell = shell;
        this.database = database;
    }

    void run(String... command) {
        text.append("$ fk ").append(String.join(" ", command)).append('\n');
        text.append(shell.run(command).golden()).append('\n');
    }

    void show(Path file) throws IOException {
        text.append(Files.readString(file)).append('\n');
    }

    @Override
    public String toString() {
        return text.toString()
                .replace(database.server().database(), "shop")
                .replace(database.server().version().toString(), "<version>")
                .replaceAll("(?<=TIME by )[^,]+", "somebody");
    }
}
