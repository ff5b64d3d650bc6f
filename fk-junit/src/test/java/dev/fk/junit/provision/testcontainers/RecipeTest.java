package dev.fk.junit.provision.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.provision.server.ServerKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecipeTest {
    @ParameterizedTest
    @EnumSource
    void has_the_image_that_the_settings_name_as_their_default(ServerKind kind) throws Exception {
        try (var table = RecipeTest.class.getResourceAsStream("/golden/settings.md")) {
            assertThat(new String(table.readAllBytes(), StandardCharsets.UTF_8))
                    .containsPattern("`fk\\." + kind.dialect() + "\\.image` \\| `\\w+` \\| `"
                            + Recipe.of(kind).image() + "`");
        }
    }
}
