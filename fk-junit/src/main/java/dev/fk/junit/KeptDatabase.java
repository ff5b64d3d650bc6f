package dev.fk.junit;

import dev.fk.junit.provision.Access;

/**
 * Stands under a test's failure and says where its database is: there it is seen in every IDE, build tool and report. Is
 * never thrown.
 */
final class KeptDatabase extends Exception {
    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * @param name which of several databases; empty for the one without a name
     * @param more lines about it
     */
    KeptDatabase(String name, Access access, String... more) {
        super(text(name, access, more), null, false, false);
        this.name = name;
    }

    /** Whether a failure says already where this database is. */
    static boolean isTold(Throwable failure, String name) {
        for (Throwable suppressed : failure.getSuppressed()) {
            if (suppressed instanceof KeptDatabase told && told.name.equals(name)) {
                return true;
            }
        }
        return false;
    }

    static String text(String name, Access access, String... more) {
        StringBuilder text = new StringBuilder("the database " + (name.isEmpty() ? "" : "'" + name + "' "))
                .append("of this test is kept\n    ");
        text.append(access.url()).append("\n    ").append(access.command());
        access.notes().forEach(note -> text.append("\n    ").append(note));
        for (String line : more) {
            text.append(line.isEmpty() ? "" : "\n    " + line);
        }
        return text.toString();
    }
}
