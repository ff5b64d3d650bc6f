package dev.fk.junit.provision.mysql;

/** How names are written in statements for the MySQL family, whatever they consist of. */
final class MySqlNames {
    private MySqlNames() {}

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    static String quoted(String database, String name) {
        return quoted(database) + "." + quoted(name);
    }
}
