// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.EntryName;
import io.github.twinport.files.NameRules;
import io.github.twinport.files.PathSyntax;
import io.github.twinport.ftp.control.WireCharset;
import java.io.File;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The only way from a name on a server to a name on this computer. A server's name never leads out of its folder, and
 * one that the local disk cannot hold is written with percent escapes ({@code a:b} as {@code a%3Ab} on Windows, a byte
 * that is no text as {@code %E4}), from which {@link #original} finds it again. Names the disk can hold stay as they
 * are, without any normalisation. Immutable; any thread.
 */
public final class LocalNames implements NameRules {

    private static final Pattern RESERVED =
            Pattern.compile("(?i)(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³])( *(\\..*)?)?");

    /** Java reads this where bytes are no text. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final String WINDOWS_REFUSES = "<>:\"\\|?*";

    /** The rules of this computer's file systems. */
    public static final LocalNames HERE = new LocalNames(File.separatorChar == '\\');

    private final boolean windows;

    /** Names as Windows or as any other system takes them. */
    LocalNames(boolean windows) {
        this.windows = windows;
    }

    /**
     * Where the entry of a folder goes on this computer.
     *
     * @param folder the local folder
     * @param name the entry's name as the server gave it
     * @throws InvalidPathException when the name is a path, or no file system can hold it
     */
    public Path resolve(Path folder, String name) {
        Path path = folder.resolve(toLocal(name));
        if (!folder.equals(path.getParent())) {
            throw new InvalidPathException(EntryName.escaped(name), "leads out of its folder");
        }
        return path;
    }

    /**
     * The local form of a name.
     *
     * @throws InvalidPathException when the name is a path
     */
    public String toLocal(String name) {
        if (!EntryName.isPlain(name)) {
            throw new InvalidPathException(EntryName.escaped(name), "not a name");
        }
        if (isHoldable(name) && !readsAsEscaped(name)) {
            return name;
        }
        return escaped(name, false);
    }

    /**
     * Whether the text of a path's last name still is that name. On Unix names are bytes, which may be no text in the
     * charset in which Java reads them: two such names may even look the same.
     */
    public static boolean isReadable(Path path) {
        Path name = path.getFileName();
        String text = String.valueOf(name);
        if (text.indexOf(REPLACEMENT) < 0) {
            return true;
        }
        try {
            return path.getFileSystem().getPath(text).equals(name);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public String closest(String name) {
        return toLocal(name);
    }

    @Override
    public boolean fits(String name) {
        return PathSyntax.SLASH.fits(name);
    }

    private String escaped(String name, boolean letters) {
        StringBuilder local = new StringBuilder(name.length() + 8);
        boolean reserved = windows && RESERVED.matcher(name).matches();
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            i += Character.charCount(c);
            boolean reservedStart = reserved && local.isEmpty();
            boolean refusedEnd = windows && i == name.length() && (c == '.' || c == ' ');
            if (c == '%' || isRefused(c) || reservedStart || refusedEnd || (letters && isLetter(c))) {
                escape(c, local);
            } else {
                local.appendCodePoint(c);
            }
        }
        return local.toString();
    }

    /**
     * The local form of a name that stays apart from all that differ from it only by case or the form of accents, also on
     * a disk that ignores those: each of its letters is escaped, and all that is not ASCII.
     *
     * @throws InvalidPathException when the name is a path
     */
    String apart(String name) {
        if (!EntryName.isPlain(name)) {
            throw new InvalidPathException(EntryName.escaped(name), "not a name");
        }
        return escaped(name, true);
    }

    /** The server's name of which {@link #toLocal} or {@link #apart} made the given one. */
    public String original(String local) {
        String name = unescaped(local);
        if (name.equals(local) || !EntryName.isPlain(name)) {
            return local;
        }
        return apart(name).equals(local) || toLocal(name).equals(local) ? name : local;
    }

    /**
     * The name that a local file has in a folder of a server: its own, or that of which {@link #toLocal} has made it where
     * only that one stands there. So what was fetched goes back to where it came from, and a name that only looks like it,
     * as browsers make them of addresses, stays as it is.
     */
    public String onServer(String local, Predicate<String> isThere) {
        if (local.indexOf('%') < 0 || isThere.test(local)) {
            return local;
        }
        String original = original(local);
        return isThere.test(original) ? original : local;
    }

    /** Whether it stands for an undecodable byte of the server's name, see RemotePath. */
    private static boolean isByte(int c) {
        return c >= 0xDC80 && c <= 0xDCFF;
    }

    private static boolean isLetter(int c) {
        return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int hexPairAfter(String text, int at) {
        return at + 2 < text.length() ? hexPair(text, at + 1) : -1;
    }

    /** Whether all letters of a name are escaped, as {@link #apart} does it. */
    private static boolean looksApart(String name) {
        boolean escaped = false;
        for (int i = 0; i < name.length(); i++) {
            int value = name.charAt(i) == '%' ? hexPairAfter(name, i) : -1;
            if (value >= 0) {
                escaped |= isLetter(value);
                i += 2;
            } else if (isLetter(name.charAt(i))) {
                return false;
            }
        }
        return escaped;
    }

    private boolean isHoldable(String name) {
        boolean trailing = name.endsWith(".") || name.endsWith(" ");
        return name.codePoints().noneMatch(this::isRefused)
                && !(windows && (trailing || RESERVED.matcher(name).matches()));
    }

    /** Whether the name, though holdable, is what another name's escapes look like. */
    private boolean readsAsEscaped(String name) {
        String other = unescaped(name);
        return !other.equals(name)
                && EntryName.isPlain(other)
                && (!isHoldable(other) || readsAsEscaped(other) || looksApart(name));
    }

    private boolean isRefused(int c) {
        boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return loneSurrogate || (windows && (c < ' ' || WINDOWS_REFUSES.indexOf(c) >= 0));
    }

    private static void escape(int c, StringBuilder local) {
        if (isByte(c)) {
            local.append(hex(c - 0xDC00));
        } else if (c < 0x80) {
            local.append(hex(c));
        } else {
            for (byte b : new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8)) {
                local.append(hex(b & 0xFF));
            }
        }
    }

    private static String hex(int value) {
        return String.format(Locale.ROOT, "%%%02X", value);
    }

    /** Reads escapes as servers' names are read: bytes that are UTF-8 are the text that they mean. */
    private static String unescaped(String local) {
        if (local.indexOf('%') < 0) {
            return local;
        }
        StringBuilder name = new StringBuilder(local.length());
        for (int i = 0; i < local.length(); i++) {
            int value = local.charAt(i) == '%' ? hexPairAfter(local, i) : -1;
            if (value < 0) {
                name.append(local.charAt(i));
            } else {
                name.append((char) (value < 0x80 ? value : 0xDC00 + value));
                i += 2;
            }
        }
        try {
            byte[] bytes = WireCharset.UTF_8.encode(name.toString());
            return WireCharset.UTF_8.decode(bytes, 0, bytes.length);
        } catch (CharacterCodingException e) {
            // It holds half a character of its own, as names on Windows can.
            return local;
        }
    }

    private static int hexPair(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
