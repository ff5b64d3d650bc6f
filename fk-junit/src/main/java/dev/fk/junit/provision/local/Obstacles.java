package dev.fk.junit.provision.local;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Why programs do not run on a machine, from what it says then. */
@API(status = Status.INTERNAL)
public final class Obstacles {
    private static final Pattern LIBRARY =
            Pattern.compile("error while loading shared libraries: ([^:\\s]+): cannot open shared object");
    private static final Pattern C_LIBRARY = Pattern.compile("version `(GLIBC[A-Z]*_[0-9.]+)' not found");

    /** Where Debian and Ubuntu have what servers are linked with, as found in MariaDB 11.4 and MySQL 8.0 and 9. */
    private static final Map<String, String> PACKAGES = Map.of(
            "libaio.so.1", "libaio1",
            "libaio.so.1t64", "libaio1t64",
            "libcrypt.so.1", "libcrypt1",
            "libncurses.so.6", "libncurses6",
            "libnuma.so.1", "libnuma1",
            "libssl.so.3", "libssl3",
            "libstdc++.so.6", "libstdc++6",
            "libsystemd.so.0", "libsystemd0",
            "libtinfo.so.6", "libtinfo6");

    private Obstacles() {}

    /** What to do about it, in a line of its own; empty if nothing is known. */
    public static String of(String words) {
        Matcher library = LIBRARY.matcher(words);
        if (library.find()) {
            String name = library.group(1);
            String packaged = PACKAGES.get(name);
            return "\nThis machine lacks the library " + name + ". "
                    + (packaged == null
                            ? "Install the package that has it."
                            : "Debian and Ubuntu: apt-get install " + packaged + ".");
        }
        Matcher tooOld = C_LIBRARY.matcher(words);
        if (tooOld.find()) {
            return "\nThis machine's C library is older than " + tooOld.group(1)
                    + ", which the server was built with. Use a server built for this machine, or a container.";
        }
        if (words.contains("unshare failed")) {
            return "\nPostgreSQL does not run as root, and this machine does not let root be somebody else (unshare -U)."
                    + " Run the tests as another user.";
        }
        return "";
    }
}
