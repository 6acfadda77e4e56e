// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * What a recipe needs to know to set one server up.
 *
 * @param run the folder for configuration and logs
 * @param root the folder that is served
 * @param ports the ports of control and data connections
 * @param options how the server behaves
 */
record ServerPlan(Path run, Path root, PortRange ports, RealServer.Options options) {

    /** "test" as crypt(3) of SHA-512 makes it. */
    static final String PASSWORD_HASH =
            "$6$twinport$vMpbEr9ii95X5NNNqtT.XfON4MmnJu5yWGLuYKjZkSnMYuMR3gY68rz1ltfpJk./b9ZDMfJ9UfUEoX3ySUo011";

    /** An unprivileged user that every Debian system has, with a home that exists, which vsftpd wants. */
    static final String SYSTEM_USER = "daemon";

    static final String SYSTEM_GROUP = "daemon";

    static final int SYSTEM_ID = 1;

    /** The literal address to listen on. */
    String host() {
        return options.host();
    }

    boolean isIpv6() {
        return host().indexOf(':') >= 0;
    }

    boolean usesTls() {
        return options.security().usesTls();
    }

    /** The additional lines of the configuration, each with its end. */
    String extraLines() {
        return options.extra().stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    Path chainPem() {
        return TestCertificates.get().chainPem(options.identity());
    }

    Path keyPem() {
        return TestCertificates.get().keyPem(options.identity());
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(run.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a script from the test resources. */
    Path script(String name) {
        try (InputStream in = ServerPlan.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name + " is not among the test resources");
            }
            return write(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An OpenSSL configuration that allows only the wanted versions of TLS, for servers without an option for it. */
    Path openSslConfiguration() {
        return write("openssl.cnf", """
                openssl_conf = twinport
                [twinport]
                ssl_conf = ssl
                [ssl]
                system_default = versions
                [versions]
                MinProtocol = %s
                MaxProtocol = %s
                """.formatted(
                        options.tls().lowest(), options.tls().highest()));
    }
}
