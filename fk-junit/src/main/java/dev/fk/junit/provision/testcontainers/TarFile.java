package dev.fk.junit.provision.testcontainers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The one form in which Docker takes files: a tar archive (ustar) of them. */
record TarFile(List<Entry> entries) {
    private static final int BLOCK = 512;
    private static final int CHECKSUM_AT = 148;

    /**
     * @param mode seven octal digits
     * @param type as ustar has it: 0 a file, 5 a directory, 6 a named pipe
     */
    record Entry(String path, String mode, String type, String content) {
        Entry {
            if (content.getBytes(StandardCharsets.UTF_8).length > BLOCK) {
                throw new IllegalArgumentException(path + " is longer than a block.");
            }
        }

        private byte[] header() {
            byte[] header = new byte[BLOCK];
            put(header, 0, path.substring(1));
            put(header, 100, mode);
            put(header, 108, "0000000");
            put(header, 116, "0000000");
            put(header, 124, "%011o".formatted(content.getBytes(StandardCharsets.UTF_8).length));
            put(header, 136, "00000000000");
            put(header, CHECKSUM_AT, "        ");
            put(header, 156, type);
            put(header, 257, "ustar");
            put(header, 263, "00");
            int sum = 0;
            for (byte each : header) {
                sum += each;
            }
            put(header, CHECKSUM_AT, "%06o".formatted(sum));
            header[CHECKSUM_AT + 6] = 0;
            return header;
        }
    }

    /** One that everybody can read. */
    static Entry file(String path, String content) {
        return new Entry(path, "0000444", "0", content);
    }

    static Entry directory(String path, String mode) {
        return new Entry(path, mode, "5", "");
    }

    static Entry pipe(String path, String mode) {
        return new Entry(path, mode, "6", "");
    }

    InputStream stream() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            archive.writeBytes(entry.header());
            if (!entry.content().isEmpty()) {
                byte[] block = new byte[BLOCK];
                put(block, 0, entry.content());
                archive.writeBytes(block);
            }
        }
        archive.writeBytes(new byte[2 * BLOCK]);
        return new ByteArrayInputStream(archive.toByteArray());
    }

    private static void put(byte[] archive, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, archive, at, bytes.length);
    }
}
