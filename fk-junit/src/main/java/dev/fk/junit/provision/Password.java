package dev.fk.junit.provision;

import java.security.SecureRandom;
import java.util.Base64;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A password that nobody chose. It is shown only where somebody asks for its value. */
@API(status = Status.INTERNAL)
public record Password(String value) {
    /** 144 random bits, in characters that need no quoting in SQL, URLs and shells. */
    public static Password random() {
        byte[] chance = new byte[18];
        new SecureRandom().nextBytes(chance);
        return new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(chance));
    }

    @Override
    public String toString() {
        return "password";
    }
}
