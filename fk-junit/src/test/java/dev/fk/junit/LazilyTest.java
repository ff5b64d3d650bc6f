package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazilyTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void nothing_is_made_for_nobody_and_one_for_all_who_ask_at_once() throws Exception {
        Lazily<Integer> lazily = new Lazily<>(asked::incrementAndGet);
        assertThat(asked).hasValue(0);
        CyclicBarrier together = new CyclicBarrier(8);
        Callable<Integer> ask = () -> {
            together.await();
            return lazily.get();
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> answers = threads.invokeAll(Collections.nCopies(8, ask));
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void what_fails_is_tried_again() {
        Lazily<String> lazily = new Lazily<>(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return "made";
        });
        assertThatThrownBy(lazily::get).hasMessage("not yet");
        assertThat(lazily.get()).isEqualTo("made");
        assertThat(lazily.get()).isEqualTo("made");
        assertThat(asked).hasValue(2);
    }
}
