package dev.fk.core.parity;

/** Where the other side of a parity comes from. */
@FunctionalInterface
interface Counterpart {
    /** @param here what it will be compared with */
    NeutralForm form(NeutralForm here);
}
