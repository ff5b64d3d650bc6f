package dev.fk.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionStateTest {
    private static final List<StackTraceElement> IN_THE_DRIVER = List.of(
            frame("sun.nio.ch.Net", "poll"),
            frame("java.net.Socket$SocketInputStream", "read"),
            frame("org.postgresql.jdbc.PgStatement", "executeInternal"),
            frame("dev.fk.junit.report.WatchedStatement", "invoke"),
            frame("jdk.proxy2.$Proxy12", "execute"));

    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, type.replaceAll(".*\\.|\\$.*", "") + ".java", 7);
    }

    private static String text(String testPackage, StackTraceElement... callers) {
        List<StackTraceElement> stack = new ArrayList<>(IN_THE_DRIVER);
        stack.addAll(List.of(callers));
        stack.add(frame("org.junit.platform.commons.util.ReflectionUtils", "invokeMethod"));
        stack.add(frame("shop.Launcher", "main"));
        return new ConnectionState("c1", stack, "SELECT 1", stack).text(testPackage);
    }

    private static String both(String place) {
        return "c1: now SELECT 1\n        opened at " + place + "\n        executed at " + place;
    }

    @Test
    void shows_the_calls_in_the_package_of_the_test() {
        assertThat(text("shop", frame("lib.Jdbc", "run"), frame("shop.OrderTest", "test")))
                .isEqualTo(both("shop.OrderTest.test(OrderTest.java:7)"));
    }

    @Test
    void shows_the_calls_of_a_test_in_no_package() {
        assertThat(text("", frame("lib.Jdbc", "run"), frame("OrderTest", "test")))
                .isEqualTo(both("OrderTest.test(OrderTest.java:7)"));
    }

    @Test
    void shows_who_called_where_nobody_is_in_the_package_of_the_test() {
        assertThat(text(
                        "shop",
                        frame("lib.Jdbc", "run"),
                        frame("java.util.concurrent.FutureTask", "run"),
                        frame("lib.Pool", "start")))
                .isEqualTo(both("lib.Jdbc.run(Jdbc.java:7) < lib.Pool.start(Pool.java:7)"));
    }
}
