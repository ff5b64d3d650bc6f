package dev.fk.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void what_is_written_is_what_another_library_reads() throws JsonProcessingException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("text", "quotes \" and \\ and \n\r\t\b\f\u0000\u001f, é, 漢, 😀 and \ud83d alone, and \ude00");
        object.put("number", 42);
        object.put("truth", true);
        object.put("nothing", Optional.empty());
        object.put("something", Optional.of("x"));
        object.put("list", List.of(List.of(), Map.of(), "a"));

        Map<?, ?> read = new ObjectMapper().readValue(JsonText.of(object), Map.class);

        assertThat(read.keySet().stream().map(Object::toString)).containsExactlyElementsOf(object.keySet());
        assertThat(read.get("text")).isEqualTo(object.get("text"));
        assertThat(read.get("number")).isEqualTo(42);
        assertThat(read.get("truth")).isEqualTo(true);
        assertThat(read.get("nothing")).isNull();
        assertThat(read.get("something")).isEqualTo("x");
        assertThat(read.get("list")).isEqualTo(List.of(List.of(), Map.of(), "a"));
    }
}
