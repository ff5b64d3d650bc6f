package dev.fk.junit.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationFilesTest {
    private static final List<String> FILES = List.of(
            "billing/migration/V2__b.sql",
            "orders/migration/V1__o.sql",
            "orders/migration/old/V0__o.sql",
            "orders/testdata/V1__rows.sql",
            "orders/testdata/rows.sql",
            "orders2/in/migration/V3__o.sql");

    @ParameterizedTest
    @CsvSource({
        "'', 0 1 2 3 4 5",
        "/orders, 1 2 3 4",
        "/orders/, 1 2 3 4",
        "/*/migration, 0 1 2",
        "/**/migration, 0 1 2 5",
        "/orders?/**, 5",
        "/orders*/migration/, 1 2",
        "/{dialect}/migration, 0 1 2",
        "/{vendor}/*data, 3 4",
    })
    void are_those_that_flyway_looks_at(String location, String expected, @TempDir Path folder) throws IOException {
        for (String file : FILES) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "SELECT 1;");
        }

        assertThat(MigrationFiles.files("filesystem:" + folder + location))
                .extracting(f -> f.place().substring(folder.toString().length() + 1))
                .containsExactlyElementsOf(Stream.of(expected.split(" "))
                        .map(i -> FILES.get(Integer.parseInt(i)))
                        .toList());
    }
}
