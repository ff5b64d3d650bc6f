package dev.fk.core.migration;

import java.util.Locale;

/** The naming rule of Sequelize's default index names: {@code PostsUserId} becomes {@code posts_user_id}. */
final class Underscored {
    private Underscored() {}

    static String of(String name) {
        String separated = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return separated.startsWith("_") ? separated.substring(1) : separated;
    }
}
