package dev.fk.examples;

import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Tells on the console what the examples show: a heading for each class that has a display name, a line for each test. */
public final class Narrator implements TestExecutionListener {
    private static final PrintStream OUT = System.out;

    private final Set<UniqueId> examples = ConcurrentHashMap.newKeySet();

    @Override
    public void executionStarted(TestIdentifier test) {
        if (isExample(test)) {
            examples.add(test.getUniqueIdObject());
            OUT.println("\n" + test.getDisplayName());
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.getParentIdObject().filter(examples::contains).isPresent()) {
            boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
            String name = test.getDisplayName().replaceAll("\\(.*\\)$", "").replace('_', ' ');
            OUT.println("  " + (passed ? "✔ " : "✘ ") + name);
        }
    }

    private static boolean isExample(TestIdentifier test) {
        return test.getSource()
                .filter(ClassSource.class::isInstance)
                .map(s -> ((ClassSource) s).getJavaClass().isAnnotationPresent(DisplayName.class))
                .orElse(false);
    }
}
