package dev.fk.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final String LONG =
            "OrganisationEmployeeAssignments_OrganisationDepartmentId_EmployeeContractDocumentId_unique";

    @Test
    void leaves_names_alone_that_fit() {
        assertThat(Names.shorten("chat_participantNo_fk", 63)).isEqualTo("chat_participantNo_fk");
        assertThat(Names.shorten("ä".repeat(64), 256, 64)).hasSize(64);
    }

    @Test
    void shortens_to_the_limit_with_a_stable_hash() {
        assertThat(Names.shorten(LONG, 63))
                .isEqualTo("OrganisationEmployeeAssignments_OrganisationDepartment_" + Names.hash(LONG));
        assertThat(Names.shorten(LONG, 63)).hasSize(63).isEqualTo(Names.shorten(LONG, 63));
        assertThat(Names.hash(LONG)).isEqualTo("7793cf93");
    }

    @Test
    void tells_long_names_apart_that_begin_alike() {
        assertThat(Names.shorten(LONG, 63)).isNotEqualTo(Names.shorten(LONG + "2", 63));
    }

    @Test
    void counts_bytes_and_never_cuts_a_character_in_two() {
        String shortened = Names.shorten("😀".repeat(20), 63);
        assertThat(shortened.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
        assertThat(shortened).startsWith("😀".repeat(13) + "_");
    }

    @Test
    void refuses_a_limit_without_room_for_the_hash() {
        assertThatIllegalArgumentException().isThrownBy(() -> Names.shorten(LONG, 9));
    }
}
