package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.Onlooker;
import dev.fk.core.dialect.Program;
import dev.fk.core.schema.QualifiedName;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the texts of views and triggers, as MySQL 9.7.4 and MariaDB 11.8.9 give them, are taken to mention. */
class OnlookerTextsTest {
    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final QualifiedName ORDERS = QualifiedName.of("orders");

    private static Onlooker view(String text) {
        return new ViewText(QualifiedName.of("v"), text, "shop");
    }

    private static Onlooker trigger(String text) {
        return new Program("trigger", QualifiedName.of("users_bi"), text, Set.of(USERS));
    }

    @Test
    void of_a_view_columns_belong_to_the_table_behind_their_alias() {
        Onlooker view = view("select `u`.`id` AS `mail`,`o`.`name` AS `name`"
                + " from (`shop`.`users` `u` join `shop`.`orders` `o` on((`o`.`payer` = `u`.`id`)))");

        assertThat(view.mentions(USERS)).isTrue();
        assertThat(view.mentions(USERS, "ID")).isTrue();
        assertThat(view.mentions(USERS, "name")).isFalse();
        assertThat(view.mentions(USERS, "mail")).isFalse();
        assertThat(view.mentions(ORDERS, "name")).isTrue();
        assertThat(view.mentions(ORDERS, "id")).isFalse();
    }

    @Test
    void of_a_view_tables_are_told_apart_by_their_database() {
        Onlooker view = view("select `archive`.`users`.`na``me` AS `n` from `archive`.`users`");

        assertThat(view.mentions(USERS)).isFalse();
        assertThat(view.mentions(USERS, "na`me")).isFalse();
        assertThat(view.mentions(QualifiedName.of("archive", "users"), "na`me")).isTrue();
        assertThat(view.mentions(QualifiedName.of("archive", "users"), "me")).isFalse();
    }

    @Test
    void of_a_trigger_columns_are_those_of_its_row_or_beside_the_table() {
        Onlooker own = trigger("INSERT INTO orders (id, name) VALUES (new . `id`, OLD.cost$)");

        assertThat(own.mentions(USERS, "id")).isTrue();
        assertThat(own.mentions(USERS, "name")).isFalse();
        assertThat(own.mentions(USERS, "cost$")).isTrue();
        assertThat(own.mentions(USERS, "cost")).isFalse();
        assertThat(own.mentions(ORDERS, "name")).isTrue();
        assertThat(own.mentions(QualifiedName.of("order"))).isFalse();
        assertThat(own.goesWith(USERS)).isTrue();
        assertThat(own.goesWith(ORDERS)).isFalse();
    }

    @Test
    void of_a_trigger_names_count_however_they_are_quoted() {
        assertThat(trigger("SET \"NEW\".\"full name\" = ''").mentions(USERS, "full name"))
                .isTrue();
        assertThat(trigger("SET NEW.`na``me` = 'it's'").mentions(USERS, "na`me"))
                .isTrue();
        assertThat(trigger("SET NEW.\"name\" = 'x'; SET @renew.name = 1").mentions(USERS, "name"))
                .isTrue();
        assertThat(trigger("SET @x = renew.name").mentions(USERS, "name")).isFalse();
    }
}
