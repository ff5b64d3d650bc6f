package dev.fk.core.generate;

import dev.fk.core.database.Database;
import dev.fk.core.migration.Migrations;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Writes the models of a live schema: a class that is a {@code ModelSource}, with the columns, keys, foreign keys, indexes and
 * checks of each table. A sync of these models with the database they were written from has nothing to do. What models have
 * no words for, such as storage parameters, stays as it is, and a comment names it; so it does what models would have
 * otherwise: a second foreign key of the same columns, and what is not valid or not enforced. The tables of fk's migrations
 * are no models. Immutable.
 *
 * <pre>{@code
 * String source = ModelWriter.of("com.example.shop", "ShopModels").write(database);
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL)
public final class ModelWriter {
    private final String packageName;
    private final String className;
    private final Set<String> without;

    private ModelWriter(String packageName, String className, Set<String> without) {
        this.packageName = packageName;
        this.className = className;
        this.without = without;
    }

    /**
     * @param packageName empty for none
     * @throws IllegalArgumentException if one of the names is none in Java, or is that of a class which models use
     */
    public static ModelWriter of(String packageName, String className) {
        JavaNames.requireClass(packageName, className);
        if (Imports.isTaken(className)) {
            throw new IllegalArgumentException(
                    "Models cannot be called " + className + ": they use a class of that name themselves.");
        }
        return new ModelWriter(packageName, className, Set.of());
    }

    /** Leaves these tables out, in whatever case their names are written: those in which a tool keeps its books, for example. */
    public ModelWriter without(Collection<String> tables) {
        Set<String> all = new TreeSet<>(without);
        tables.forEach(t -> all.add(t.toLowerCase(Locale.ROOT)));
        return new ModelWriter(packageName, className, Set.copyOf(all));
    }

    /** The source of the class, for all tables in view of the database. */
    public String write(Database database) {
        Schema schema = database.read().schema();
        List<Table> tables =
                schema.tables().values().stream().filter(this::isModel).toList();
        AsDeclared asDeclared = new AsDeclared(
                database.dialect(),
                database.dialect().names(database.server()),
                new ImpliedIndexes(database::canonical),
                schema.enums());
        ModelTexts texts = new ModelTexts(tables, asDeclared, new Types(database::canonical, Map.of()));
        return new ModelsClass(packageName, className, database.server().toString(), texts.statements()).source();
    }

    private boolean isModel(Table table) {
        return !Migrations.isHistory(table.name())
                && !without.contains(table.name().name().toLowerCase(Locale.ROOT));
    }
}
