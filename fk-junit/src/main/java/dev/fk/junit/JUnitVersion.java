package dev.fk.junit;

import dev.fk.junit.provision.Libraries;
import org.junit.jupiter.api.extension.Extension;

/** Frameworks bring a JUnit of their own, perhaps an older one: what is missing there would be a class nobody has heard of. */
final class JUnitVersion {
    /** Since 5.13. */
    private static final boolean SUFFICES =
            Libraries.present("org.junit.jupiter.api.extension.ExtensionContext$StoreScope");

    private JUnitVersion() {}

    /** @throws IllegalStateException if it is too old; says how to have another */
    static void require() {
        if (!SUFFICES) {
            throw new IllegalStateException("fk needs JUnit 5.13 or later, and junit-jupiter-api on the class path is "
                    + version() + ". Spring Boot 3 names a version of its own: say another in the properties of your"
                    + " pom.xml, <junit-jupiter.version>5.14.4</junit-jupiter.version>, in Gradle"
                    + " ext['junit-jupiter.version'] = '5.14.4'. Elsewhere import the BOM org.junit:junit-bom:5.14.4, before"
                    + " those of others.");
        }
    }

    private static String version() {
        String version = Extension.class.getPackage().getImplementationVersion();
        return version == null ? "older" : version;
    }
}
