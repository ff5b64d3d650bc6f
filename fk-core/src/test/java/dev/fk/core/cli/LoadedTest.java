package dev.fk.core.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.migration.Migration;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.model.Models;
import dev.fk.core.source.ModelSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes of a user's that do not do what they should: the message says which, and why. */
class LoadedTest {
    static final class FailsToInitialize implements ModelSource, Migration {
        private static final int NUMBER = Integer.parseInt("no number");

        @Override
        public Models models() {
            throw new IllegalStateException("number " + NUMBER);
        }

        @Override
        public String id() {
            return "1";
        }

        @Override
        public void up(QueryInterface q) {}
    }

    static final class LacksALibrary implements ModelSource {
        @Override
        public Models models() {
            throw new NoClassDefFoundError("com/acme/Library");
        }
    }

    @SuppressWarnings("NullAway") // as people write it
    static final class HasNone implements ModelSource {
        @Override
        public Models models() {
            return null;
        }
    }

    @Test
    void a_static_initializer_that_fails_says_why() {
        assertThatThrownBy(() -> models(FailsToInitialize.class))
                .hasMessageContainingAll("FailsToInitialize", "no number");
    }

    @Test
    void a_library_that_is_missing_is_named() {
        assertThatThrownBy(() -> models(LacksALibrary.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("models() of " + LacksALibrary.class.getName(), "com/acme/Library");
    }

    @Test
    void no_models_are_wrong_usage() {
        assertThatThrownBy(() -> models(HasNone.class))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("models() of " + HasNone.class.getName() + " returns null");
    }

    private static void models(Class<?> type) {
        Loaded.onClassPath().models(List.of(type.getName()));
    }
}
