package dev.fk.junit;

import java.util.Map;

/**
 * What is said about a test beside its outcome.
 *
 * @param files whether a failed one has files about its database
 * @param databases whether classes say what their databases cost
 * @param settings everything that is configured or declared, for people
 */
record Reporting(Leaks leaks, boolean files, boolean databases, ConfigurationText settings) {
    static Reporting of(Configuration configuration, Map<Setting, String> declared) {
        return new Reporting(
                configuration.choice(Setting.LEAKS, Leaks.class),
                configuration.isTrue(Setting.REPORT_FILES),
                configuration.isTrue(Setting.REPORT_DATABASES),
                new ConfigurationText(configuration, declared));
    }
}
