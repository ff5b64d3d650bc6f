package dev.fk.junit.provision;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Which optional libraries are on the class path. */
@API(status = Status.INTERNAL)
public final class Libraries {
    private Libraries() {}

    /** Whether there is such a class; it is not initialised. */
    public static boolean present(String type) {
        try {
            Class.forName(type, false, Libraries.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
