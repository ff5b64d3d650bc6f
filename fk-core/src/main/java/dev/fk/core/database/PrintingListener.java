package dev.fk.core.database;

import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Prints statements the way Sequelize logs them: {@code Executing (default): CREATE TABLE …;}. */
@API(status = Status.EXPERIMENTAL)
public final class PrintingListener implements StatementListener {
    private final Consumer<String> lines;

    private PrintingListener(Consumer<String> lines) {
        this.lines = lines;
    }

    public static StatementListener to(Consumer<String> lines) {
        return new PrintingListener(lines);
    }

    /** To standard output. */
    public static StatementListener toConsole() {
        return new PrintingListener(System.out::println);
    }

    @Override
    public void executed(ExecutedStatement statement) {
        lines.accept("Executing (default): " + statement.sql() + ";");
    }
}
