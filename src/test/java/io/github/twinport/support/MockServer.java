// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import io.github.twinport.files.RemotePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.mockftpserver.fake.FakeFtpServer;
import org.mockftpserver.fake.UserAccount;
import org.mockftpserver.fake.filesystem.AbstractFakeFileSystem;
import org.mockftpserver.fake.filesystem.DirectoryEntry;
import org.mockftpserver.fake.filesystem.FileEntry;
import org.mockftpserver.fake.filesystem.UnixFakeFileSystem;
import org.mockftpserver.fake.filesystem.WindowsFakeFileSystem;

/**
 * MockFtpServer inside this JVM on a free loopback port, over files in memory that belong to its one user {@link #USER}.
 * It takes {@code -a} of {@code LIST -a} for a path and lists nothing; as a Windows server its paths are
 * {@code C:\\data\\a}, and one that begins with a slash is refused.
 *
 * <p>All methods may be called from any thread.
 */
public final class MockServer implements AutoCloseable {

    /** The user's name. */
    public static final String USER = "test";

    /** The user's password. */
    public static final String PASSWORD = "test";

    // It reports all that clients say. Held here because the logging system forgets levels of loggers that nobody
    // holds.
    private static final Logger TALKATIVE = Logger.getLogger("org.mockftpserver");

    /** Which system it plays. */
    public enum Flavour {
        /** Paths as {@code /data/a}; case matters. */
        UNIX("/data", "/"),
        /** Paths as {@code C:\\data\\a}, lists as IIS does; case does not matter. */
        WINDOWS("C:\\data", "\\");

        private final String home;
        private final String separator;

        Flavour(String home, String separator) {
            this.home = home;
            this.separator = separator;
        }

        private AbstractFakeFileSystem files() {
            AbstractFakeFileSystem files = switch (this) {
                case UNIX -> new UnixFakeFileSystem();
                case WINDOWS -> new WindowsFakeFileSystem();
            };
            files.setCreateParentDirectoriesAutomatically(false);
            files.add(new DirectoryEntry(this == UNIX ? "/" : "C:\\"));
            files.add(new DirectoryEntry(home));
            return files;
        }
    }

    private final Flavour flavour;
    private final FakeFtpServer server;
    private final AbstractFakeFileSystem files;

    private MockServer(Flavour flavour) {
        TALKATIVE.setLevel(Level.OFF);
        this.flavour = flavour;
        files = flavour.files();
        server = new OnLoopback();
        server.setServerControlPort(0);
        server.setFileSystem(files);
        server.setSystemName(flavour == Flavour.UNIX ? "UNIX" : "WINDOWS");
        server.addUserAccount(new UserAccount(USER, PASSWORD, flavour.home));
        server.start();
    }

    /** Starts a server whose home is an empty folder. */
    public static MockServer start(Flavour flavour) {
        return new MockServer(flavour);
    }

    /** The literal address that it listens on. */
    public String host() {
        return "127.0.0.1";
    }

    /** The port of the control connection. */
    public int port() {
        return server.getServerControlPort();
    }

    /** The folder in which the server puts its user, as it names it. */
    public RemotePath home() {
        return RemotePath.of(flavour.home);
    }

    /** Makes a folder below the home, whose parent exists. */
    public void makeFolder(String path) {
        files.add(new DirectoryEntry(inHome(path)));
    }

    /** Puts a file below the home, into a folder that exists. */
    public void put(String path, byte[] content) {
        FileEntry file = new FileEntry(inHome(path));
        file.setContents(content);
        files.add(file);
    }

    /** The bytes of a file below the home. */
    public byte[] content(String path) {
        if (!(files.getEntry(inHome(path)) instanceof FileEntry file)) {
            throw new AssertionError("no file " + path + " among " + names(""));
        }
        try (InputStream in = file.createInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in a folder below the home, sorted; the home itself is the empty path. */
    public List<String> names(String path) {
        return Stream.of(files.listNames(inHome(path)).toArray())
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private String inHome(String path) {
        return path.isEmpty() ? flavour.home : flavour.home + flavour.separator + path.replace("/", flavour.separator);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class OnLoopback extends FakeFtpServer {
        OnLoopback() {
            serverSocketFactory = port -> new ServerSocket(port, 50, InetAddress.ofLiteral("127.0.0.1"));
        }
    }
}
