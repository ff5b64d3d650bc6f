package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.sync.SyncMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class ConfigurationTest {
    private final Map<String, String> system = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> junit = new HashMap<>();
    private final Properties file = new Properties();

    private Configuration configuration() {
        return Configuration.of(system::get, environment::get, key -> Optional.ofNullable(junit.get(key)), file);
    }

    private SyncMode sync() {
        return configuration().choice(Setting.SYNC, SyncMode.class);
    }

    @Test
    void the_layer_closest_to_whoever_starts_the_tests_wins() {
        assertThat(sync()).isEqualTo(SyncMode.CREATE);
        file.setProperty("fk.sync", "alter");
        assertThat(sync()).isEqualTo(SyncMode.ALTER);
        junit.put("fk.sync", "force");
        assertThat(sync()).isEqualTo(SyncMode.FORCE);
        environment.put("FK_SYNC", "none");
        assertThat(sync()).isEqualTo(SyncMode.NONE);
        system.put("fk.sync", "create");
        assertThat(sync()).isEqualTo(SyncMode.CREATE);
    }

    @Test
    void an_environment_variable_without_a_value_says_nothing() {
        environment.put("FK_SYNC", "");
        assertThat(sync()).isEqualTo(SyncMode.CREATE);
        file.setProperty("fk.sync", "alter");
        assertThat(sync()).isEqualTo(SyncMode.ALTER);
    }

    @Test
    void constants_are_written_in_any_case_with_hyphens_or_underscores() {
        for (String text : List.of("per-class", "PER_CLASS", " Per-Class ")) {
            system.put("fk.isolation", text);
            assertThat(configuration().choice(Setting.ISOLATION, Isolation.class))
                    .isEqualTo(Isolation.PER_CLASS);
        }
    }

    @Test
    void a_wrong_value_is_named_with_its_source_and_the_right_ones() {
        environment.put("FK_KEEP", "default");
        assertThatThrownBy(() -> configuration().choice(Setting.KEEP, Keep.class))
                .hasMessage("fk.keep is 'default' (environment variable), expected one of on-failure, always, never.");
        junit.put("fk.show-sql", "yes");
        assertThatThrownBy(() -> configuration().isTrue(Setting.SHOW_SQL))
                .hasMessage("fk.show-sql is 'yes' (JUnit configuration parameter), expected one of true, false.");
    }

    @Test
    void a_request_has_the_settings_of_its_dialect_and_shows_no_values() {
        system.put("fk.postgresql.url", "jdbc:postgresql://db/x?password=secret");
        system.put("fk.postgresql.password", "secret");
        system.put("fk.provider", "external");
        var request = configuration().request("postgresql");
        assertThat(request.settings())
                .containsOnly(
                        Map.entry("url", "jdbc:postgresql://db/x?password=secret"), Map.entry("password", "secret"));
        assertThat(request.provider()).contains("external");
        assertThat(request.toString()).startsWith("postgresql from external").doesNotContain("secret");
        assertThat(configuration().request("mysql").settings()).isEmpty();
        junit.put("fk.mysql.image", "mysql:8.0");
        assertThat(configuration().request("mysql").settings()).containsOnly(Map.entry("image", "mysql:8.0"));
    }

    @Test
    void the_url_of_the_command_line_is_told_apart_from_that_of_tests() {
        assertThat(KnownKeys.warnings(
                        Map.of("fk.properties", List.of("fk.url"), "system property", List.of("fk.url")), List.of()))
                .singleElement()
                .asString()
                .startsWith("fk.url is set (system property), which the command line reads")
                .contains("@WithSchema reads fk.postgresql.url");
    }

    @Test
    void keys_that_do_not_exist_are_named_with_the_one_that_was_meant() {
        assertThat(KnownKeys.warnings(
                        Map.of("fk.properties", List.of("fk.isolatoin", "fk.sync", "fk.zzz", "fkx.sync", "java.home")),
                        List.of("FK_SHOWSQL", "FK_KEEP", "FK_SOMETHING_ELSE", "HOME")))
                .satisfiesExactly(
                        text -> assertThat(text)
                                .isEqualTo("fk.isolatoin is set (fk.properties), but fk has no such setting."
                                        + " Did you mean fk.isolation?"),
                        text -> assertThat(text)
                                .startsWith("fk.zzz is set (fk.properties), but fk has no such setting. It has:")
                                .contains(Arrays.stream(Setting.values())
                                        .map(Setting::key)
                                        .toList()),
                        text -> assertThat(text)
                                .isEqualTo("FK_SHOWSQL is set (environment variable), but fk has no such setting."
                                        + " Did you mean FK_SHOW_SQL?"));
    }

    @Test
    void what_is_set_is_told_by_source_and_no_secret_with_it() {
        assertThat(new ConfigurationText(configuration(), Map.of()).set("postgresql"))
                .isEmpty();
        system.put("fk.keep", "always");
        system.put("fk.mysql.url", "jdbc:mysql://elsewhere");
        environment.put("FK_POSTGRESQL_PASSWORD", "secret");
        environment.put("FK_POSTGRESQL_URL", "jdbc:postgresql://me:secret@db/x?user=me&password=secret&ssl=true");
        assertThat(new ConfigurationText(configuration(), Map.of()).set("postgresql"))
                .isEqualTo("set by system property: fk.keep = always; set by environment variable: fk.postgresql.url ="
                        + " jdbc:postgresql://db/x?ssl=true, fk.postgresql.password = ***");
        assertThat(new ConfigurationText(configuration(), Map.of()).all())
                .contains("fk.sync = create (default)\n", "fk.postgresql.password = *** (environment variable)\n")
                .doesNotContain("secret");
    }

    @Test
    void what_the_test_declares_is_in_effect_whatever_is_set() {
        system.put("fk.isolation", "read-only");
        system.put("fk.keep", "always");
        ConfigurationText text = new ConfigurationText(configuration(), Map.of(Setting.ISOLATION, "rollback"));
        assertThat(text.set("postgresql")).isEqualTo("set by system property: fk.keep = always");
        assertThat(text.all())
                .contains("fk.isolation = rollback (declared by the test)\n", "fk.keep = always (system property)\n");
    }

    @Test
    void the_environment_spells_keys_its_own_way() {
        assertThat(Setting.SHOW_SQL.environmentVariable()).isEqualTo("FK_SHOW_SQL");
        assertThat(Setting.POSTGRESQL_URL.environmentVariable()).isEqualTo("FK_POSTGRESQL_URL");
    }
}
