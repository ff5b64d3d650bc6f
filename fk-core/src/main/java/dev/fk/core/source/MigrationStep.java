package dev.fk.core.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One migration of a source.
 *
 * @param id what its tool calls it: {@code 3} (Flyway), {@code orders} (Liquibase), {@code 20240206-add-region} (fk)
 * @param name what a test of it is called: {@code V3__orders.sql}
 * @param place where it is written: a file, or a class; all of them, where servers have variants of it
 * @param checksum differs if what it does differs; empty if that is not known
 */
@API(status = Status.EXPERIMENTAL)
public record MigrationStep(String id, String name, String place, String checksum) {
    /** One for each name, where several kinds of servers have variants of it; its checksum is that of all of them. */
    public static List<MigrationStep> together(List<MigrationStep> variants) {
        Map<String, List<MigrationStep>> byName = new LinkedHashMap<>();
        variants.forEach(
                v -> byName.computeIfAbsent(v.name(), n -> new ArrayList<>()).add(v));
        return byName.values().stream().map(MigrationStep::merged).toList();
    }

    private static MigrationStep merged(List<MigrationStep> variants) {
        MigrationStep first = variants.get(0);
        List<String> checksums = variants.stream()
                .map(MigrationStep::checksum)
                .distinct()
                .sorted()
                .toList();
        return checksums.size() == 1
                ? first
                : new MigrationStep(
                        first.id(),
                        first.name(),
                        variants.stream().map(MigrationStep::place).distinct().collect(Collectors.joining(", ")),
                        Fingerprint.of(checksums));
    }

    /** {@code V3__orders.sql}. */
    @Override
    public String toString() {
        return name;
    }
}
