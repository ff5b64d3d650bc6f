package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;

/** What the users of a framework with an older JUnit are told. */
class JUnitVersionTest {
    @Test
    void one_that_lacks_what_is_needed_is_named_and_so_is_the_way_to_another() throws ReflectiveOperationException {
        Method require = new Older().loadClass(JUnitVersion.class.getName()).getDeclaredMethod("require");
        require.setAccessible(true);

        assertThatThrownBy(() -> require.invoke(null))
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("fk needs JUnit 5.13 or later, and junit-jupiter-api on the class path is "
                        + Extension.class.getPackage().getImplementationVersion() + ".")
                .hasMessageContaining("<junit-jupiter.version>5.14.4</junit-jupiter.version>");
    }

    @Test
    void this_one_is_new_enough() {
        assertThatCode(JUnitVersion::require).doesNotThrowAnyException();
    }

    /** Of what came with JUnit 5.13 it knows nothing. */
    private static final class Older extends ClassLoader {
        Older() {
            super(JUnitVersionTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.endsWith("$StoreScope")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith("dev.fk.junit.") && findLoadedClass(name) == null
                    ? anew(name)
                    : super.loadClass(name, resolve);
        }

        private Class<?> anew(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
