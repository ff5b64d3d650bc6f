package dev.fk.junit;

import dev.fk.junit.provision.Access;

/**
 * Stands under a test's failure and says where its database is: there it is seen in every IDE, build tool and report. Is
 * never thrown.
 */
final class KeptDatabase extends Exception {
    private static final long serialVersionUID = 1L;

    KeptDatabase(Access access) {
        super(text(access), null, false, false);
    }

    static String text(Access access) {
        StringBuilder text = new StringBuilder("the database of this test is kept\n    ");
        text.append(access.url()).append("\n    ").append(access.command());
        access.notes().forEach(note -> text.append("\n    ").append(note));
        return text.toString();
    }
}
