package dev.fk.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void the_same_letters_in_another_case_or_with_underscores_come_first() {
        assertThat(Nearest.to("participantNo", List.of("participantNr", "participant_no")))
                .contains("participant_no");
    }

    @Test
    void a_misspelt_name_finds_its_neighbour() {
        assertThat(Nearest.to("partcipant", List.of("chat", "participant"))).contains("participant");
    }

    @Test
    void what_is_far_off_is_not_proposed() {
        assertThat(Nearest.to("invoice", List.of("chat", "participant"))).isEmpty();
        assertThat(Nearest.didYouMean("invoice", List.of())).isEmpty();
    }
}
