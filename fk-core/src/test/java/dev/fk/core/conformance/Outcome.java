package dev.fk.core.conformance;

import java.util.List;

/** How a case came out: equal, different for a reason that is written down, or different without one. */
record Outcome(String caseId, Kind kind, String reason, List<String> differences) {
    enum Kind {
        EQUAL("equal"),
        DEVIATING("deviating with reason"),
        UNEXPLAINED("unexplained");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    Outcome because(String other) {
        return new Outcome(caseId, Kind.DEVIATING, other, differences);
    }

    String line() {
        return caseId + "\t" + kind + "\t" + reason.replaceAll("\\s+", " ");
    }
}
