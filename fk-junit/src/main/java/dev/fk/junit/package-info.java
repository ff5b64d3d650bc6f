/**
 * Databases for tests, declared by annotation: {@link dev.fk.junit.WithSchema} is all a test class needs.
 *
 * <pre>{@code
 * @WithSchema(ChatModels.class)
 * class ChatSchemaTest {
 *     @Test
 *     void chats_follow_their_participant() {
 *         assertThat(table("chat")).hasForeignKey("participantNo").referencing("participant", "no").onDelete(CASCADE);
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.fk.junit;

import org.jspecify.annotations.NullMarked;
