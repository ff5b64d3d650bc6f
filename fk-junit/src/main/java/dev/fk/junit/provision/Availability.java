package dev.fk.junit.provision;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Whether a provisioner can provide a server here. */
@API(status = Status.EXPERIMENTAL)
public sealed interface Availability {
    static Availability yes() {
        return new Available();
    }

    /**
     * @param reason what is missing, as found here
     * @param remedy what to do if this provisioner shall be used
     */
    static Availability no(String reason, String remedy) {
        return new Unavailable(reason, remedy);
    }

    <R> R accept(Visitor<R> visitor);

    /** It can. */
    record Available() implements Availability {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.available(this);
        }
    }

    /** It cannot. */
    record Unavailable(String reason, String remedy) implements Availability {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unavailable(this);
        }
    }

    /** One method per case. */
    interface Visitor<R> {
        R available(Available yes);

        R unavailable(Unavailable no);
    }
}
