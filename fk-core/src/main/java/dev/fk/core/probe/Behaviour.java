package dev.fk.core.probe;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What became of a referencing row when the row it references was deleted, or its key updated. */
@API(status = Status.EXPERIMENTAL)
public enum Behaviour {
    /** Nothing: the statement was refused because of the reference. {@code RESTRICT} and {@code NO ACTION} do that. */
    RESTRICTS("the server refused it because of the referencing row"),
    /** It was deleted too, or got the new key. */
    CASCADES("the referencing row followed"),
    /** It references nothing any more. */
    SETS_NULL("the referencing row was set to NULL"),
    /** It references the row that its default values name. */
    SETS_DEFAULT("the referencing row was set to its default"),
    /** It still has the key of a row that is gone: the foreign key was not enforced. */
    LEAVES("the referencing row was left with a key that no row has any more"),
    /** The statement was refused for another reason, such as NOT NULL, a check, or a default that no row has. */
    FAILS("the server refused it for another reason than the reference itself"),
    /** Something else, by a trigger perhaps. */
    CHANGES("the referencing row was changed to something else");

    private final String text;

    Behaviour(String text) {
        this.text = text;
    }

    /** As a clause for people. */
    public String text() {
        return text;
    }
}
