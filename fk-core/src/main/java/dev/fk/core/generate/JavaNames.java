package dev.fk.core.generate;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Names of methods for names of tables, no two the same. */
final class JavaNames {
    /** The words that are no identifiers (Java Language Specification 17, 3.9), and a lone underscore. */
    private static final Set<String> WORDS = Set.of(
            ("_ abstract assert boolean break byte case catch char class const continue default do double else enum"
                            + " extends false final finally float for goto if implements import instanceof int interface long"
                            + " native new null package private protected public return short static strictfp super switch"
                            + " synchronized this throw throws transient true try void volatile while")
                    .split(" "));
    /** Methods that every class has. */
    private static final Set<String> METHODS =
            Set.of("clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Set<String> taken = new HashSet<>();

    JavaNames(String... taken) {
        this.taken.addAll(Set.of(taken));
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && !WORDS.contains(name)
                && Character.isJavaIdentifierStart(name.codePointAt(0))
                && name.codePoints().allMatch(Character::isJavaIdentifierPart);
    }

    /**
     * @throws IllegalArgumentException if a class of this package, which may be empty, cannot be called so
     */
    static void requireClass(String packageName, String className) {
        Stream.concat(
                        packageName.isEmpty() ? Stream.of() : Stream.of(packageName.split("\\.", -1)),
                        Stream.of(className))
                .filter(p -> !isName(p))
                .findFirst()
                .ifPresent(p -> {
                    throw new IllegalArgumentException("A class cannot be called " + packageName
                            + (packageName.isEmpty() ? "" : ".") + className + ": '" + p + "' is no name in Java.");
                });
    }

    String method(String name) {
        StringBuilder letters = new StringBuilder();
        name.codePoints()
                .map(c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) ? c : '_')
                .forEach(letters::appendCodePoint);
        if (!Character.isJavaIdentifierStart(letters.codePointAt(0))) {
            letters.insert(0, '_');
        }
        String candidate = isFree(letters.toString()) ? letters.toString() : letters + "_";
        return FreeName.of(candidate, "_", taken);
    }

    private static boolean isFree(String name) {
        return !WORDS.contains(name) && !METHODS.contains(name);
    }
}
