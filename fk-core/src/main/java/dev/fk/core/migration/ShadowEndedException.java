package dev.fk.core.migration;

/** What a migration does from here on is known only when it runs; ends the recording, and nothing else. */
final class ShadowEndedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ShadowEndedException(String why) {
        super(why);
    }
}
