package dev.fk.core.cli;

import dev.fk.core.model.Models;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that says which models are meant; a mixin. */
final class ModelOptions {
    private final Console console;

    @Option(
            names = "--models",
            paramLabel = "CLASS",
            split = ",",
            description = {
                "a class that is a ModelSource, or records that are models",
                "(fk.models; else what META-INF/services registers)"
            })
    private List<String> names = List.of();

    ModelOptions(Console console) {
        this.console = console;
    }

    /**
     * @throws UsageException if there are none
     */
    Models models() {
        List<String> wanted = console.names(names, Settings.MODELS);
        return wanted.isEmpty()
                ? Loaded.onClassPath()
                        .registeredModels()
                        .orElseThrow(() -> new UsageException("Which models? Say --models com.acme.ShopModels, or put"
                                + " fk.models=… into fk.properties."))
                : Loaded.onClassPath().models(wanted);
    }
}
