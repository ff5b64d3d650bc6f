open module consumer {
    requires dev.fk.assertj;
    requires dev.fk.junit;
    requires org.junit.jupiter.api;
}
