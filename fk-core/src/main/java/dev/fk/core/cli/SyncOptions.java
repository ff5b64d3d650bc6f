package dev.fk.core.cli;

import dev.fk.core.sync.Sync;
import dev.fk.core.sync.SyncMode;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how far models become tables; a mixin. */
final class SyncOptions {
    @Option(
            names = "--mode",
            paramLabel = "MODE",
            converter = Mode.class,
            description = "create (only what is missing), alter (the default) or force (drop and create)")
    private SyncMode mode = SyncMode.ALTER;

    @Option(names = "--without-drops", description = "leave alone what a table has beyond its model")
    private boolean withoutDrops;

    @Option(names = "--reorder", description = "move columns to where the models have them (MySQL, MariaDB)")
    private boolean reorder;

    @Option(
            names = "--only",
            paramLabel = "MODEL",
            split = ",",
            description = "only these models, by model or table name")
    private String[] only = {};

    /** Whether it is about all that the models say. */
    boolean isWhole() {
        return mode == SyncMode.ALTER && !withoutDrops && !isNamed();
    }

    /** Whether names say which of the models are meant. */
    boolean isNamed() {
        return only.length > 0;
    }

    Sync sync() {
        Sync some = Sync.of(mode).only(only);
        Sync ordered = reorder ? some.reordering() : some;
        return withoutDrops ? ordered.withoutDrops() : ordered;
    }

    /** By their names in small letters. */
    static final class Mode implements ITypeConverter<SyncMode> {
        @Override
        public SyncMode convert(String value) {
            return Stream.of(SyncMode.values())
                    .filter(m -> m != SyncMode.NONE)
                    .filter(m -> m.name().toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no mode " + value + "; there are create, alter and force"));
        }
    }
}
