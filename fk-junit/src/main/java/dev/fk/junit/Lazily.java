package dev.fk.junit;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when somebody first asks for it; once, unless that fails. */
final class Lazily<T> implements Supplier<T> {
    private final Supplier<T> making;
    /** Not {@code synchronized}: until JDK 24 a virtual thread that waits in there holds its carrier. */
    private final Lock lock = new ReentrantLock();

    private volatile @Nullable T made;

    Lazily(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public T get() {
        T known = made;
        return known == null ? make() : known;
    }

    private T make() {
        lock.lock();
        try {
            T known = made;
            if (known == null) {
                known = making.get();
                made = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
