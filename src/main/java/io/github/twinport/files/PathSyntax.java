// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server writes the path of a file or folder. Paths are names from the top down for all of Twinport; only what is
 * sent and shown is written in the server's own way. Stateless; any thread.
 */
public sealed interface PathSyntax extends NameRules permits SlashSyntax, UnrootedSyntax, VmsSyntax, MvsSyntax {

    /** {@code /folder/file}: Unix, Windows and nearly all others. */
    PathSyntax SLASH = new SlashSyntax();

    /** {@code DISK:[FOLDER.SUB]FILE.EXT;1}: OpenVMS. */
    PathSyntax VMS = new VmsSyntax();

    /** {@code 'DATA.SET'} and {@code 'DATA.SET(MEMBER)'}: the data sets of z/OS. */
    PathSyntax MVS = new MvsSyntax();

    /** {@code C:\data}: some servers of Windows. */
    PathSyntax BACKSLASH = new UnrootedSyntax('\\');

    /** {@code C:/data} and {@code QGPL}: some servers of Windows, IBM i. */
    PathSyntax UNROOTED = new UnrootedSyntax('/');

    /** The path as commands name a file. */
    String file(List<String> segments);

    /** The path as CWD, MKD and RMD name a folder. */
    String folder(List<String> segments);

    /** How many segments the topmost folder has that can be entered. */
    int topLength();

    /** Whether a listing may name an entry so; any other name would lead elsewhere when it is made part of a path. */
    boolean isEntry(String name);

    /**
     * A name for a temporary file where names follow narrow rules; null where nearly any name will do.
     *
     * @param token at least eight random letters and digits
     */
    @Nullable
    String temporaryName(String token);

    /** Whether {@link #temporaryName} makes such names. */
    boolean isTemporaryName(String name);

    /** The name that older versions took for a temporary file beside a file with this name; null where it was no short one. */
    @Nullable
    String olderTemporaryName(String name);

    /** Whether names may begin with a dot, which hides them from plain listings. */
    boolean hasHiddenFiles();
}
