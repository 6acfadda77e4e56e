// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.app;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts this program again in a locale with UTF-8, because Java reads and writes names of files, arguments and variables
 * in the charset of the locale, where all other characters are lost ({@code LC_ALL=C} of scheduled tasks and containers).
 * No setting of Java changes that after the start. Windows and macOS have names of other kinds.
 */
public final class Utf8Restart {

    private static final Logger LOG = System.getLogger(Utf8Restart.class.getName());
    private static final String VARIABLE = "LC_ALL";
    private static final String LOCALE = "C.UTF-8";
    private static final Path PROCESS = Path.of("/proc/self");

    /** The variables that Twinport reads as text begin with this. */
    private static final String OWN_VARIABLES = "TWINPORT_";

    private Utf8Restart() {}

    /** Whether names are read in another charset. */
    public static boolean isNeeded() {
        return File.separatorChar == '/' && !"UTF-8".equals(System.getProperty("sun.jnu.encoding"));
    }

    /** Replaces this process by a new one with the same arguments; returns only where that is not possible or no help. */
    public static void replaceProcess() {
        if (LOCALE.equals(System.getenv(VARIABLE))
                || !Utf8Restart.class.getModule().isNativeAccessEnabled()) {
            return;
        }
        try {
            execute(arguments());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the arguments cannot be read again", e);
        }
    }

    /** Whether the process was given something that has been damaged. */
    public static boolean isAnythingDamaged() {
        try {
            return arguments().stream().anyMatch(Utf8Restart::isDamaged)
                    || texts("environ").stream()
                            .anyMatch(variable -> text(variable).startsWith(OWN_VARIABLES) && isDamaged(variable));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the arguments cannot be read again", e);
            return false;
        }
    }

    private static boolean isDamaged(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static List<byte[]> arguments() throws IOException {
        return texts("cmdline");
    }

    /** The texts of a file of the process, byte for byte: a zero ends each. */
    private static List<byte[]> texts(String file) throws IOException {
        List<byte[]> texts = new ArrayList<>();
        String all = text(Files.readAllBytes(PROCESS.resolve(file)));
        for (int start = 0; start < all.length(); ) {
            int end = all.indexOf('\0', start);
            texts.add(all.substring(start, end < 0 ? all.length() : end).getBytes(StandardCharsets.ISO_8859_1));
            start = end < 0 ? all.length() : end + 1;
        }
        return texts;
    }

    @SuppressWarnings("restricted") // The launchers allow it, and it was asked before.
    private static void execute(List<byte[]> arguments) {
        Linker linker = Linker.nativeLinker();
        MethodHandle setVariable = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        MethodHandle execute = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("execv"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment words = arena.allocate(ValueLayout.ADDRESS, arguments.size() + 1L);
            for (int i = 0; i < arguments.size(); i++) {
                words.setAtIndex(
                        ValueLayout.ADDRESS,
                        i,
                        arena.allocateFrom(text(arguments.get(i)), StandardCharsets.ISO_8859_1));
            }
            int set = (int) setVariable.invokeExact(arena.allocateFrom(VARIABLE), arena.allocateFrom(LOCALE), 1);
            int failed = (int) execute.invokeExact(
                    arena.allocateFrom(PROCESS.resolve("exe").toString()), words);
            LOG.log(Level.DEBUG, "no new process: {0}, {1}", set, failed);
        } catch (Throwable e) {
            throw new AssertionError("a function of the system was called in a wrong way", e);
        }
    }
}
