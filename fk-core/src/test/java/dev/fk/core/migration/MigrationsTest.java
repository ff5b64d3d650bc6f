package dev.fk.core.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.generate.MigrationClass;
import dev.fk.core.testing.Compiled;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @TempDir
    private Path folder;

    @Test
    void those_of_a_package_are_found_in_folders_in_the_order_of_their_ids() {
        assertThat(Migrations.inPackage("dev.fk.core.cli.shop"))
                .extracting(Migration::id)
                .containsExactly("20240101-create-customers", "20240102-create-orders");
        assertThat(Migrations.inPackage("dev.fk.core.nowhere")).isEmpty();
    }

    @Test
    void and_in_jars_but_not_in_packages_below() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        try (Compiled compiler = new Compiled(folder)) {
            compile(compiler, "jarred", "Second", "2-second", classes);
            compile(compiler, "jarred", "First", "1-first", classes);
            compile(compiler, "jarred.below", "Third", "3-third", classes);
        }
        Path jar = folder.resolve("migrations.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new ZipEntry("jarred/"));
            for (String name : new String[] {"jarred/First", "jarred/Second", "jarred/below/Third"}) {
                entries.putNextEntry(new ZipEntry(name + ".class"));
                Files.copy(classes.resolve(name + ".class"), entries);
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, MigrationsTest.class.getClassLoader())) {
            assertThat(Migrations.inPackage("jarred", loader))
                    .extracting(Migration::id)
                    .containsExactly("1-first", "2-second");
        }
    }

    private static void compile(Compiled compiler, String packageName, String name, String id, Path classes) {
        MigrationClass skeleton = MigrationClass.skeleton(packageName, name, id);
        compiler.compile(packageName + "." + name, skeleton.source(), classes);
    }

    @Test
    void a_constructor_that_fails_is_named() {
        assertThatThrownBy(() -> Migrations.inPackage("dev.fk.core.migration.broken"))
                .hasMessageContaining("The constructor of dev.fk.core.migration.broken.Broken fails:")
                .hasMessageContaining("not today");
    }
}
