package dev.fk.core.classfile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Annotations that are in a class file and not there at run time, on fields and on their types: those of JetBrains, which the
 * Kotlin compiler also writes where a type is {@code String?}. The format is that of the Java Virtual Machine Specification,
 * chapter 4.
 */
@API(status = Status.INTERNAL)
public final class HiddenAnnotations {
    private static final int TYPE_OF_FIELD = 0x13;

    /** Somebody asks for each component of a record. */
    private static final ClassValue<Map<String, Set<String>>> READ = new ClassValue<>() {
        @Override
        protected Map<String, Set<String>> computeValue(Class<?> type) {
            return read(type);
        }
    };

    private final DataInputStream in;
    private final String[] texts;

    private HiddenAnnotations(DataInputStream in, String[] texts) {
        this.in = in;
        this.texts = texts;
    }

    /** Their simple names, by those of the fields; nothing of a class whose file is not to be had. */
    public static Map<String, Set<String>> ofFields(Class<?> type) {
        return READ.get(type);
    }

    private static Map<String, Set<String>> read(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream bytes = type.getResourceAsStream(file)) {
            return bytes == null ? Map.of() : fields(new DataInputStream(bytes));
        } catch (IOException unreadable) {
            return Map.of();
        }
    }

    private static Map<String, Set<String>> fields(DataInputStream in) throws IOException {
        in.skipNBytes(8); // magic number and version
        String[] texts = constants(in);
        in.skipNBytes(6); // flags, this class, and what it extends
        in.skipNBytes(2L * in.readUnsignedShort()); // and implements
        Map<String, Set<String>> fields = new HashMap<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(2); // flags
            String name = texts[in.readUnsignedShort()];
            in.skipNBytes(2); // type
            Set<String> annotations = new HashSet<>();
            for (int more = in.readUnsignedShort(); more > 0; more--) {
                String attribute = texts[in.readUnsignedShort()];
                byte[] content = in.readNBytes(in.readInt());
                annotations.addAll(new HiddenAnnotations(new DataInputStream(new ByteArrayInputStream(content)), texts)
                        .names(attribute));
            }
            fields.put(name, Set.copyOf(annotations));
        }
        return Map.copyOf(fields);
    }

    /** Those that are texts. */
    private static String[] constants(DataInputStream in) throws IOException {
        String[] texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 5, 6 -> { // long and double take two places
                    in.skipNBytes(8);
                    i++;
                }
                default -> in.skipNBytes(4);
            }
        }
        return texts;
    }

    private List<String> names(String attribute) throws IOException {
        boolean ofTypes = attribute.equals("RuntimeInvisibleTypeAnnotations");
        List<String> names = new ArrayList<>();
        if (ofTypes || attribute.equals("RuntimeInvisibleAnnotations")) {
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                boolean ofField = !ofTypes || isOfWholeType();
                String name = annotation();
                if (ofField) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** Not of an argument or of what an array holds. */
    private boolean isOfWholeType() throws IOException {
        boolean ofField = in.readUnsignedByte() == TYPE_OF_FIELD;
        int path = in.readUnsignedByte();
        in.skipNBytes(2L * path);
        return ofField && path == 0;
    }

    /** {@code Lorg/jetbrains/annotations/Nullable;}: what it is called. */
    private String annotation() throws IOException {
        String type = texts[in.readUnsignedShort()];
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(2); // name
            skipValue();
        }
        return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1, type.length() - 1);
    }

    private void skipValue() throws IOException {
        switch (in.readUnsignedByte()) {
            case 'e' -> in.skipNBytes(4);
            case '@' -> annotation();
            case '[' -> {
                for (int left = in.readUnsignedShort(); left > 0; left--) {
                    skipValue();
                }
            }
            default -> in.skipNBytes(2);
        }
    }
}
