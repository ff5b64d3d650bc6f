package dev.fk.core.cli;

import dev.fk.core.database.Database;
import dev.fk.core.diff.ConstraintText;
import dev.fk.core.diff.JsonText;
import dev.fk.core.migration.Migrations;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Nearest;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "db:constraints",
        description = "Lists the constraints of the database with their real names.",
        mixinStandardHelpOptions = true)
final class DbConstraints implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Target target;

    @Option(names = "--table", paramLabel = "NAME", description = "only those of this table")
    private Optional<String> table = Optional.empty();

    @Option(names = "--foreign-keys", description = "only foreign keys")
    private boolean foreignKeys;

    @Option(names = "--indexes", description = "indexes as well")
    private boolean indexes;

    @Option(names = "--json", description = "for machines")
    private boolean json;

    DbConstraints(Console console) {
        this.console = console;
        this.target = new Target(console);
    }

    @Override
    public Integer call() {
        Database database = target.toLookAt();
        List<Table> tables = tables(database.inForce(database.read()).schema());
        if (json) {
            console.json(json(tables));
        } else {
            console.print(text(tables));
        }
        return 0;
    }

    private String json(List<Table> tables) {
        return JsonText.of(tables.stream()
                .flatMap(t -> t.constraints().filter(this::isWanted).map(c -> c.accept(new ConstraintJson(t.name()))))
                .toList());
    }

    private String text(List<Table> tables) {
        Columns columns = new Columns("TABLE", "NAME", "CONSTRAINT");
        for (Table each : tables) {
            each.constraints()
                    .filter(this::isWanted)
                    .forEach(c -> columns.row(each.name().toString(), c.name().orElse("(none)"), definition(c)));
        }
        return columns.isEmpty() ? "There are none.\n" : columns.toString();
    }

    private static String definition(Constraint constraint) {
        return (constraint instanceof ForeignKey ? "FOREIGN KEY " : "") + ConstraintText.of(constraint);
    }

    private List<Table> tables(Schema schema) {
        if (table.isEmpty()) {
            return schema.tables().values().stream()
                    .filter(t -> !Migrations.isHistory(t.name()))
                    .toList();
        }
        List<String> names =
                schema.tables().keySet().stream().map(QualifiedName::toString).toList();
        return List.of(schema.tables().values().stream()
                .filter(t -> t.name().toString().equals(table.get()))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "There is no table " + table.get() + Nearest.endOfSentence(table.get(), names))));
    }

    private boolean isWanted(Constraint constraint) {
        return constraint instanceof Index ? indexes : !foreignKeys || constraint instanceof ForeignKey;
    }
}
