package dev.fk.junit.provision.testcontainers;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The one form in which Docker takes a file: a tar archive (ustar) of it. */
record TarFile(String path, String content) {
    private static final int BLOCK = 512;
    private static final int CHECKSUM_AT = 148;

    InputStream stream() {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > BLOCK) {
            throw new IllegalArgumentException(path + " is longer than a block.");
        }
        byte[] archive = new byte[4 * BLOCK]; // header, content, two empty ones at the end
        put(archive, 0, path.substring(1));
        put(archive, 100, "0000444");
        put(archive, 108, "0000000");
        put(archive, 116, "0000000");
        put(archive, 124, "%011o".formatted(bytes.length));
        put(archive, 136, "00000000000");
        put(archive, CHECKSUM_AT, "        ");
        put(archive, 156, "0");
        put(archive, 257, "ustar");
        put(archive, 263, "00");
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += archive[i];
        }
        put(archive, CHECKSUM_AT, "%06o".formatted(sum));
        archive[CHECKSUM_AT + 6] = 0;
        System.arraycopy(bytes, 0, archive, BLOCK, bytes.length);
        return new ByteArrayInputStream(archive);
    }

    private static void put(byte[] archive, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, archive, at, bytes.length);
    }
}
