package dev.fk.core.cli;

import java.util.Optional;
import picocli.CommandLine;

/** What the jar says of itself. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Fk.class.getPackage().getImplementationVersion())
                .orElse("(not from a jar)");
        return new String[] {"fk " + version + ", Java " + System.getProperty("java.version")};
    }
}
