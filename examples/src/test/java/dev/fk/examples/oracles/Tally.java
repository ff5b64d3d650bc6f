package dev.fk.examples.oracles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How much was confirmed on one server. */
final class Tally {
    private final List<Checked> checked = Collections.synchronizedList(new ArrayList<>());

    void add(Checked one) {
        checked.add(one);
    }

    private String server() {
        return checked.isEmpty() ? "no server" : checked.get(0).server();
    }

    /** For the sum of all tests of a build, per server. */
    void report(Engine engine) throws IOException {
        String server = engine.isPostgres()
                ? server().toLowerCase(Locale.ROOT) + " embedded"
                : engine.image().replace(':', ' ') + " container";
        Path folder = Files.createDirectories(Path.of("target", "fk-servers"));
        Files.writeString(folder.resolve("oracles-" + engine + ".txt"), server + "\t" + checked.size() + " tests\n");
    }

    private long views(String kind) {
        return checked.stream().mapToLong(c -> c.views().count(kind)).sum();
    }

    @Override
    public String toString() {
        long indexes =
                checked.stream().mapToLong(c -> c.driver().count("index")).sum();
        return "oracles " + server() + ": " + checked.size() + " schemas, " + views("table") + " tables, "
                + views("column") + " columns, " + (views("primary key") + views("unique key")) + " keys, "
                + views("foreign key") + " foreign keys, " + indexes + " indexes agree" + deviations();
    }

    private String deviations() {
        return checked.stream()
                .flatMap(c -> c.deviations().stream().map(d -> "\n  " + c.schema() + ": " + d))
                .collect(Collectors.joining());
    }
}
