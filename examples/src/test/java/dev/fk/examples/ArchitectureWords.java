package dev.fk.examples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Predicates and conditions in which {@link ArchitectureTest} says its rules. */
final class ArchitectureWords {

    private static final String DIALECT = "dev.fk.core.dialect.Dialect";
    private static final String DIALECT_ID = "dev.fk.core.schema.DialectId";
    private static final String CANONICAL_SCHEMA = "dev.fk.core.schema.CanonicalSchema";

    private ArchitectureWords() {}

    /** A layer: its packages, and the names of the layers it may know, with blanks between them. */
    record Layer(String name, String packages, String below) {}

    static Architectures.LayeredArchitecture layers(List<Layer> drawing) {
        Architectures.LayeredArchitecture architecture =
                Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (Layer layer : drawing) {
            architecture = architecture.layer(layer.name()).definedBy(layer.packages());
        }
        for (Layer layer : drawing) {
            architecture = layer.below().isEmpty()
                    ? architecture.whereLayer(layer.name()).mayNotAccessAnyLayer()
                    : architecture
                            .whereLayer(layer.name())
                            .mayOnlyAccessLayers(layer.below().split(" "));
        }
        return architecture.ensureAllClassesAreContainedInArchitecture();
    }

    /** {@code new CanonicalSchema(…)}. */
    static DescribedPredicate<JavaAccess<?>> makesACanonicalSchema() {
        return describe("the constructor of CanonicalSchema", access -> constructs(access, CANONICAL_SCHEMA));
    }

    static String[] deciding() {
        return new String[] {
            "dev.fk.core.schema..",
            "dev.fk.core.diff..",
            "dev.fk.core.model..",
            "dev.fk.core.plan..",
            "dev.fk.core.script..",
            "dev.fk.core.explain.."
        };
    }

    static DescribedPredicate<JavaClass> named(String name) {
        return describe(name, javaClass -> outermost(javaClass).getName().equals(name));
    }

    /** One of these classes, or nested in one. */
    static DescribedPredicate<JavaClass> oneOf(Set<String> names) {
        return describe(
                "listed " + names,
                javaClass -> names.contains(outermost(javaClass).getName()));
    }

    private static JavaClass outermost(JavaClass javaClass) {
        return javaClass.getEnclosingClass().map(ArchitectureWords::outermost).orElse(javaClass);
    }

    /** {@code Dialect.id()}, {@code DialectId.id()}, constants of that type, and making one to compare with. */
    static DescribedPredicate<JavaAccess<?>> identifiesTheDialect() {
        return describe("that identifies the dialect", access -> {
            JavaClass owner = access.getTargetOwner();
            boolean isId = access.getName().equals("id")
                    && (owner.isAssignableTo(DIALECT) || owner.getName().equals(DIALECT_ID));
            boolean isConstant = access instanceof JavaFieldAccess field
                    && field.getTarget().getRawType().getName().equals(DIALECT_ID)
                    && field.getTarget()
                            .resolveMember()
                            .map(member -> member.getModifiers().contains(JavaModifier.STATIC))
                            .orElse(false);
            return isId || isConstant || constructs(access, DIALECT_ID);
        });
    }

    static boolean constructs(JavaAccess<?> access, String type) {
        return access.getTarget().getName().equals("<init>")
                && access.getTargetOwner().getName().equals(type);
    }

    static DescribedPredicate<JavaAccess<?>> readsClockOrRandomness() {
        return describe("that reads a clock or randomness", access -> {
            JavaClass owner = access.getTargetOwner();
            String method = access.getName();
            boolean clock = owner.isAssignableTo(System.class)
                            && Set.of("currentTimeMillis", "nanoTime").contains(method)
                    || owner.getPackageName().equals("java.time") && method.equals("now")
                    || owner.isAssignableTo(java.time.Clock.class)
                    || owner.isAssignableTo(java.util.Date.class);
            boolean random = owner.isAssignableTo(Random.class)
                    || owner.isAssignableTo(RandomGenerator.class)
                    || owner.isAssignableTo(UUID.class) && method.equals("randomUUID")
                    || owner.isAssignableTo(Math.class) && method.equals("random");
            return clock || random;
        });
    }

    /** Not made by the compiler, as the values of an enum are. */
    static DescribedPredicate<JavaField> areWritten() {
        return describe(
                "are written in the source", field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    static DescribedPredicate<JavaClass> mutable() {
        return describe("mutable by its type", ArchitectureWords::isMutable);
    }

    private static boolean isMutable(JavaClass type) {
        return type.isArray()
                || type.getPackageName().startsWith("java.util.concurrent")
                || Stream.of(
                                AbstractCollection.class,
                                AbstractMap.class,
                                BitSet.class,
                                StringBuilder.class,
                                Random.class)
                        .anyMatch(type::isAssignableTo);
    }

    static ArchCondition<JavaClass> beRecordEnumOrSealedInterface() {
        return condition("be a record, an enum or a sealed interface", type -> {
            boolean helper = type.getModifiers().contains(JavaModifier.FINAL)
                    && instanceFields(type).isEmpty();
            return type.isRecord()
                    || type.isEnum()
                    || type.isInterface() && type.reflect().isSealed()
                    || helper;
        });
    }

    static ArchCondition<JavaClass> haveNoDefaultMethods() {
        return conditions("have no default methods", (type, events) -> type.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                .forEach(method -> events.add(SimpleConditionEvent.violated(
                        method, method.getFullName() + " is a default method in " + method.getSourceCodeLocation()))));
    }

    static ArchCondition<JavaClass> haveNoInstanceFields() {
        return conditions("have no instance fields", (type, events) -> instanceFields(type)
                .forEach(field -> events.add(SimpleConditionEvent.violated(
                        field, field.getFullName() + " is an instance field in " + field.getSourceCodeLocation()))));
    }

    private static List<JavaField> instanceFields(JavaClass type) {
        return type.getAllFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .toList();
    }

    static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return condition("reside in a package marked @NullMarked", type -> type.getPackage()
                .isAnnotatedWith(NullMarked.class));
    }

    private static ArchCondition<JavaClass> condition(String description, Predicate<JavaClass> holds) {
        return conditions(
                description,
                (type, events) -> events.add(new SimpleConditionEvent(
                        type,
                        holds.test(type),
                        type.getName() + " should " + description + " in " + type.getSourceCodeLocation())));
    }

    private static ArchCondition<JavaClass> conditions(
            String description, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }

    static List<Path> mainSources() {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.filter(module -> module.getFileName().toString().startsWith("fk-"))
                    .map(module -> module.resolve("src/main"))
                    .filter(Files::isDirectory)
                    .flatMap(ArchitectureWords::javaFiles)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines that are neither empty nor comment. */
    static long codeLines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .filter(line -> Stream.of("//", "/*", "*").noneMatch(line::startsWith))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
