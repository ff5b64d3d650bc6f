package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One column as the server would report it. */
final class CanonicalColumn implements Generation.Visitor<Generation> {
    static final String ON_UPDATE = "on update";
    static final String INVISIBLE = "invisible";
    static final String SRID = "srid";
    /** Its changes leave no past in a table of MariaDB that has one. */
    static final String UNVERSIONED = "without system versioning";

    private static final Pattern WITH_UPDATES = Pattern.compile(
            "(?is)(.+?)\\s+ON\\s+UPDATE\\s+((?:CURRENT_TIMESTAMP|NOW|LOCALTIME|LOCALTIMESTAMP)(?:\\s*\\(\\s*\\d?\\s*\\))?)\\s*");

    static final String CHARSET = "charset";
    static final String YES = "true";

    private final DataType type;

    private CanonicalColumn(DataType type) {
        this.type = type;
    }

    /** The column in canonical form, in a table whose columns have this collation unless they say otherwise. */
    static Column of(Column written, String tableCollation, CanonicalType types, Settings settings) {
        Column declared = withoutUpdates(written);
        DataType type = declared.type().accept(types);
        Generation generation = declared.generation().accept(new CanonicalColumn(type));
        boolean counted = generation == Generation.autoIncrement();
        boolean zero = settings.isMariaDb()
                && !declared.nullable()
                && declared.options().has(ON_UPDATE);
        if (zero && generation == Generation.none()) {
            generation = Defaults.zeroMoment(type);
        }
        boolean computedByMariaDb = settings.isMariaDb() && generation instanceof Generation.Computed;
        return new Column(
                declared.name(),
                type,
                !counted && (declared.nullable() || computedByMariaDb),
                generation,
                collation(declared, type, tableCollation, settings),
                declared.comment().filter(c -> !c.isEmpty()),
                options(declared.options()));
    }

    /** Who can give a default alone says there, too, when the column is set anew, as if both were one. */
    private static Column withoutUpdates(Column declared) {
        if (!(declared.generation() instanceof Generation.Default value)) {
            return declared;
        }
        Matcher both = WITH_UPDATES.matcher(value.expression().sql());
        return both.matches()
                ? declared.withGeneration(Generation.defaultTo(both.group(1)))
                        .withOptions(declared.options().with(ON_UPDATE, both.group(2)))
                : declared;
    }

    private static Optional<String> collation(
            Column declared, DataType type, String tableCollation, Settings settings) {
        boolean asTable = declared.collation().filter(tableCollation::equals).isPresent();
        if (asTable || !CanonicalType.isText(type)) {
            return Optional.empty();
        }
        Optional<String> charset = declared.options().get(CHARSET).map(Collations::canonicalCharset);
        String set = charset.orElse(Collations.charset(tableCollation));
        String inherited = charset.map(settings::collationOf).orElse(tableCollation);
        String own = CanonicalType.isBinary(declared.type()) ? Collations.binary(set) : inherited;
        return Optional.of(declared.collation()
                        .map(c -> Collations.canonical(c, set))
                        .orElse(own))
                .filter(c -> !c.equals(tableCollation));
    }

    private static Options options(Options declared) {
        Options options = Options.none();
        for (var option : declared.values().entrySet()) {
            String key = option.getKey().toLowerCase(Locale.ROOT);
            switch (key) {
                case ON_UPDATE ->
                    options = options.with(
                            ON_UPDATE, Defaults.now(option.getValue()).orElse(option.getValue()));
                case INVISIBLE, SRID, UNVERSIONED -> options = options.with(key, option.getValue());
                default -> {
                    // Character sets have become collations; what other servers know has no meaning here.
                }
            }
        }
        return options;
    }

    @Override
    public Generation none() {
        return Generation.none();
    }

    @Override
    public Generation defaultTo(Generation.Default generation) {
        String sql = generation.expression().sql();
        return Defaults.canonical(type, generation.verbatim() ? sql.replace("\\", "\\\\") : sql);
    }

    @Override
    public Generation autoIncrement() {
        return Generation.autoIncrement();
    }

    /** There is one way of counting here. */
    @Override
    public Generation identity(Generation.Identity generation) {
        return Generation.autoIncrement();
    }

    @Override
    public Generation computed(Generation.Computed generation) {
        String sql = SqlText.normalize(generation.expression().sql());
        return new Generation.Computed(new Expression(sql), generation.storage());
    }
}
