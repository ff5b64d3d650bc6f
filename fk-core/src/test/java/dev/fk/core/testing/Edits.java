package dev.fk.core.testing;

import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Small random changes of a schema, such as people make: one column more, a key renamed, another ON DELETE. */
public final class Edits {
    private static final int ATTEMPTS = 30;
    private static final int MAX_TABLES = 8;

    private final Draw draw;
    private final Vocabulary vocabulary;
    private final RandomSchemas schemas;
    private final List<UnaryOperator<Schema>> all = new ArrayList<>();

    public Edits(Random random, Vocabulary vocabulary) {
        this.draw = new Draw(random);
        this.vocabulary = vocabulary;
        this.schemas = new RandomSchemas(random, vocabulary);
        all.add(this::addTable);
        all.add(this::dropTable);
        all.add(this::comment);
        all.add(this::options);
        all.addAll(new ColumnEdits(draw, vocabulary, schemas).all());
        all.addAll(new KeyEdits(draw, vocabulary).all());
        all.addAll(new IndexEdits(draw, vocabulary).all());
        all.addAll(new ForeignKeyEdits(draw, vocabulary, schemas).all());
        all.addAll(new EnumEdits(draw, vocabulary).all());
    }

    /** The schema after so many edits, each of which leaves one that is taken; fewer if too many are not. */
    public Schema edited(Schema start, int count, Predicate<Schema> taken) {
        Schema schema = start;
        int done = 0;
        for (int attempt = 0; attempt < ATTEMPTS && done < count; attempt++) {
            Schema next = Repair.of(draw.pick(all).apply(schema));
            if (!next.equals(schema) && taken.test(next)) {
                schema = next;
                done++;
            }
        }
        return schema;
    }

    private Schema addTable(Schema schema) {
        int number = 0;
        while (schema.table(RandomSchemas.name(number)).isPresent()) {
            number++;
        }
        if (number >= MAX_TABLES) {
            return schema;
        }
        List<EnumDefinition> enums = new ArrayList<>();
        Table table = schemas.table(RandomSchemas.name(number), enums);
        Optional<Table> parent = draw.any(schema.tables().values());
        if (parent.isPresent() && !draw.chance(3)) {
            table = schemas.withForeignKey(table, parent.get(), 0);
        }
        Schema more = schema.with(table);
        for (EnumDefinition definition : enums) {
            more = more.with(definition);
        }
        return more;
    }

    private Schema dropTable(Schema schema) {
        return draw.any(schema.tables().keySet()).map(schema::without).orElse(schema);
    }

    private Schema comment(Schema schema) {
        return inTable(schema, t -> t.withComment(vocabulary.comments() ? draw.pick(comments()) : Optional.empty()));
    }

    static List<Optional<String>> comments() {
        return List.of(Optional.empty(), Optional.of("it's"), Optional.of("a\\b\nc"));
    }

    private Schema options(Schema schema) {
        List<Options> possible = vocabulary.extras().tableOptions();
        return possible.isEmpty() ? schema : inTable(schema, t -> t.withOptions(draw.pick(possible)));
    }

    private Schema inTable(Schema schema, UnaryOperator<Table> edit) {
        Optional<QualifiedName> name = draw.any(schema.tables().keySet());
        return name.map(n -> Repair.replaced(schema, n, edit)).orElse(schema);
    }

    /** A name that no constraint of the schema has: where one was dropped, its name is taken again. */
    static String fresh(Schema schema, String prefix) {
        for (int i = 0; ; i++) {
            String name = prefix + "_" + i;
            boolean taken = schema.tables().values().stream()
                    .flatMap(Table::constraints)
                    .anyMatch(c -> c.name().equals(Optional.of(name)));
            if (!taken) {
                return name;
            }
        }
    }
}
