package dev.fk.core.dialect.postgresql;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Storage parameters as the catalog has them, {@code {fillfactor=70,autovacuum_enabled=off}}. */
final class StorageParameters {
    private StorageParameters() {}

    /** As WITH writes them: {@code autovacuum_enabled='off', fillfactor='70'}. */
    static String sql(String array) {
        return Arrays.stream(array.substring(1, array.length() - 1).split(",", -1))
                .map(p -> p.replaceAll("^\"|\"$", ""))
                .sorted()
                .map(StorageParameters::quoted)
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String parameter) {
        int equals = parameter.indexOf('=');
        return parameter.substring(0, equals + 1) + SqlText.literal(parameter.substring(equals + 1));
    }
}
