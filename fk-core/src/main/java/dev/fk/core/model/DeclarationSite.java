package dev.fk.core.model;

import java.security.ProtectionDomain;
import java.util.Optional;

/** Where something was declared, as a reader of a message finds it: {@code ChatModels.java:27}. */
record DeclarationSite(String text) {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final ProtectionDomain OURS = DeclarationSite.class.getProtectionDomain();

    /** The innermost frame that is neither ours nor the JDK's. */
    static DeclarationSite here() {
        return WALKER.walk(frames -> frames.filter(f -> !isInternal(f.getDeclaringClass()))
                        .findFirst()
                        .map(DeclarationSite::of))
                .orElse(new DeclarationSite("an unknown place"));
    }

    /** The method of ours that was called from there. */
    static String call() {
        return called().map(StackWalker.StackFrame::getMethodName).orElse("a call");
    }

    /** How many arguments {@link #call} takes. */
    static int arity() {
        return called().map(f -> f.getMethodType().parameterCount()).orElse(0);
    }

    private static Optional<StackWalker.StackFrame> called() {
        return WALKER.walk(frames ->
                frames.takeWhile(f -> isInternal(f.getDeclaringClass())).reduce((inner, outer) -> outer));
    }

    private static DeclarationSite of(StackWalker.StackFrame frame) {
        String file = frame.getFileName();
        return new DeclarationSite(file == null ? frame.getClassName() : file + ":" + frame.getLineNumber());
    }

    /** A jar that holds us and the user's classes together has one protection domain, so the package decides as well. */
    private static boolean isInternal(Class<?> type) {
        boolean ours = type.getPackageName().startsWith("dev.fk.core.")
                && type.getProtectionDomain().equals(OURS);
        return ours || type.getClassLoader() == null || type.getPackageName().startsWith("java.");
    }

    @Override
    public String toString() {
        return text;
    }
}
