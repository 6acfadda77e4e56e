// SPDX-License-Identifier: Apache-2.0
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Prepares libraries for a quick start. The build runs it as a source file with the folder of the jars and a folder for
 * native libraries, and with SQLite's driver in the class path.
 *
 * <p>Classes older than Java 6 (those of picocli) can be kept in no AOT cache, and are verified by a slow method at each
 * start: they are written anew as classes of Java 8, with the frames that these have. SQLite's driver unpacks its native
 * library at each start, reads it again to compare it and asks the system for its name in a process of its own: it is
 * unpacked here, for the system that the jars of JavaFX are for.
 */
final class PrepareLibraries {

    private static final String CLASS = ".class";

    private PrepareLibraries() {}

    public static void main(String[] arguments) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            for (Path jar : jars) {
                renew(jar);
            }
        }
        unpackDriver(Files.createDirectories(Path.of(arguments[1])));
    }

    private static void unpackDriver(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new FileNotFoundException(resource);
            }
            Files.write(folder.resolve(name), library.readAllBytes());
        }
    }

    private static void renew(Path jar) throws IOException {
        Map<String, byte[]> old = oldClasses(jar);
        if (old.isEmpty()) {
            return;
        }
        ClassFile classes = ClassFile.of(
                ClassHierarchyResolverOption.of(relationsOf(old)),
                StackMapsOption.GENERATE_STACK_MAPS,
                ConstantPoolSharingOption.NEW_POOL);
        ByteArrayOutputStream renewed = new ByteArrayOutputStream();
        try (JarInputStream in = new JarInputStream(Files.newInputStream(jar));
                JarOutputStream out = new JarOutputStream(renewed, in.getManifest())) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                byte[] bytes = old.get(entry.getName());
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                out.write(bytes == null ? in.readAllBytes() : modern(classes, bytes));
            }
        }
        Files.write(jar, renewed.toByteArray());
    }

    private static Map<String, byte[]> oldClasses(Path jar) throws IOException {
        Map<String, byte[]> old = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(CLASS)) {
                    byte[] bytes = in.readAllBytes();
                    int version = (bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF;
                    if (version < ClassFile.JAVA_6_VERSION) {
                        old.put(entry.getName(), bytes);
                    }
                }
            }
        }
        return old;
    }

    private static ClassHierarchyResolver relationsOf(Map<String, byte[]> classes) {
        return ClassHierarchyResolver.ofResourceParsing(type -> {
                    String descriptor = type.descriptorString();
                    byte[] bytes = classes.get(descriptor.substring(1, descriptor.length() - 1) + CLASS);
                    return bytes == null ? null : new ByteArrayInputStream(bytes);
                })
                .orElse(ClassHierarchyResolver.defaultResolver());
    }

    private static byte[] modern(ClassFile classes, byte[] bytes) {
        ClassModel old = classes.parse(bytes);
        return classes.transformClass(
                old,
                ClassTransform.dropping(ClassFileVersion.class::isInstance)
                        .andThen(ClassTransform.transformingMethodBodies((code, element) -> code.with(element)))
                        .andThen(ClassTransform.endHandler(made -> made.withVersion(ClassFile.JAVA_8_VERSION, 0))));
    }
}
