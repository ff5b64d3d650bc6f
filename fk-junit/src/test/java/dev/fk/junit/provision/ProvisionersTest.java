package dev.fk.junit.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class ProvisionersTest {
    private static final ServerRequest ANY = new ServerRequest("postgresql", Optional.empty(), Map.of());

    private record Fixed(String name, Availability availability) implements Provisioner {
        @Override
        public Availability available(ServerRequest request) {
            return availability;
        }

        @Override
        public Server start(ServerRequest request) {
            throw new AssertionError("choosing starts nothing");
        }
    }

    private static Fixed can(String name) {
        return new Fixed(name, Availability.yes());
    }

    private static Fixed cannot(String name) {
        return new Fixed(name, Availability.no(name + " is missing.", "Get " + name + "."));
    }

    private static Provisioners of(Provisioner... provisioners) {
        return new Provisioners(List.of(provisioners));
    }

    private static ServerRequest pinned(String provider) {
        return new ServerRequest("postgresql", Optional.of(provider), Map.of());
    }

    @Test
    void what_is_configured_comes_before_what_is_cheap_before_the_rest_whatever_the_order_found() {
        List<String> names = List.of("external", "embedded", "container", "binaries", "another");
        for (int from = 0; from < names.size(); from++) {
            Fixed[] left = names.subList(from, names.size()).stream()
                    .map(ProvisionersTest::can)
                    .toArray(Fixed[]::new);
            List<Fixed> found = Arrays.asList(left);
            Collections.reverse(found);
            assertThat(new Provisioners(List.copyOf(found)).choose(ANY).name()).isEqualTo(names.get(from));
        }
    }

    @Test
    void with_an_image_nothing_but_a_container_is_started() {
        for (String provider : List.of("embedded", "binaries")) {
            ServerRequest request =
                    new ServerRequest("postgresql", Optional.of(provider), Map.of("image", "postgres:99"));
            assertThatThrownBy(() -> Provisioners.installed().choose(request))
                    .isInstanceOf(NoServerException.class)
                    .hasMessageContaining(
                            provider + ": the image postgres:99 is asked for, and that comes in a container.")
                    .hasMessageContaining("Leave the image out to have whatever version there is.");
        }
    }

    @Test
    void the_first_that_can_is_chosen() {
        assertThat(of(cannot("external"), cannot("embedded"), can("binaries"), can("container"))
                        .choose(ANY)
                        .name())
                .isEqualTo("container");
    }

    @Test
    void a_pinned_one_is_the_only_one_asked() {
        assertThat(of(can("external"), can("embedded"))
                        .choose(pinned("embedded"))
                        .name())
                .isEqualTo("embedded");
        assertThatThrownBy(() -> of(can("external"), cannot("embedded")).choose(pinned("embedded")))
                .isInstanceOf(NoServerException.class)
                .hasMessageNotContaining("external");
    }

    @Test
    void none_is_an_error_with_the_reason_and_remedy_of_each() {
        assertThatThrownBy(() -> of(cannot("embedded"), cannot("external")).choose(ANY))
                .isInstanceOf(NoServerException.class)
                .hasMessage(
                        """
                        No postgresql server for the tests.
                          external: external is missing.
                                    Get external.
                          embedded: embedded is missing.
                                    Get embedded.
                          Or let the tests be aborted instead: fk.when-unavailable=abort.""");
    }

    @Test
    void the_installed_ones_are_found() {
        assertThat(Provisioners.installed().choose(ANY).name()).isEqualTo("embedded");
    }

    @Test
    void no_provisioner_takes_another_kind_of_server() {
        assertThatThrownBy(() -> Provisioners.installed()
                        .choose(new ServerRequest("oracle", Optional.empty(), Map.of("url", "jdbc:oracle:x"))))
                .isInstanceOf(NoServerException.class)
                .hasMessageContaining("external: ")
                .hasMessageContaining("embedded: ");
    }
}
