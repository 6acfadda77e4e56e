// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import io.github.twinport.ftp.Security;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * vsftpd with one virtual user, whose password PAM looks up in a Berkeley DB file. It demands the resumption of TLS
 * sessions on data connections, as it does by default.
 */
final class VsftpdRecipe implements ServerRecipe {

    @Override
    public List<String> missing() {
        return Stream.concat(
                        ServerBinaries.missing("vsftpd", "usr/sbin/vsftpd").stream(),
                        ServerBinaries.missing("db-util", "usr/bin/db_load", "etc/pam.d").stream())
                .toList();
    }

    @Override
    public Command prepare(ServerPlan plan) {
        Path users = plan.run().resolve("users");
        Path pam = Path.of("/etc/pam.d", "twinport-" + plan.ports().control());
        loadUsers(users);
        write(pam, """
                auth required pam_userdb.so db=%s crypt=none
                account required pam_userdb.so db=%s
                """.formatted(users, users));
        Path empty = plan.run().resolve("empty");
        try {
            Files.createDirectories(empty);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path configuration = plan.write("vsftpd.conf", """
                %s
                %s=%s
                listen_port=%d
                background=NO
                session_support=NO
                secure_chroot_dir=%s
                nopriv_user=%s
                ftp_username=%s
                seccomp_sandbox=NO
                isolate_network=NO
                anonymous_enable=NO
                local_enable=YES
                guest_enable=YES
                guest_username=%s
                virtual_use_local_privs=YES
                local_root=%s
                chroot_local_user=YES
                allow_writeable_chroot=YES
                write_enable=YES
                local_umask=022
                file_open_mode=0666
                pam_service_name=%s
                pasv_min_port=%d
                pasv_max_port=%d
                port_enable=YES
                connect_from_port_20=NO
                max_clients=%d
                xferlog_enable=NO
                log_ftp_protocol=YES
                vsftpd_log_file=%s
                utf8_filesystem=YES
                mdtm_write=YES
                %s""".formatted(
                        plan.isIpv6() ? "listen=NO\nlisten_ipv6=YES" : "listen=YES",
                        plan.isIpv6() ? "listen_address6" : "listen_address",
                        plan.host(),
                        plan.ports().control(),
                        empty,
                        ServerPlan.SYSTEM_USER,
                        ServerPlan.SYSTEM_USER,
                        ServerPlan.SYSTEM_USER,
                        plan.root(),
                        pam.getFileName(),
                        plan.ports().firstPassive(),
                        plan.ports().lastPassive(),
                        plan.options().maxClients(),
                        plan.run().resolve("vsftpd.log"),
                        tls(plan) + plan.extraLines()));
        return new Command(
                List.of(ServerBinaries.get("vsftpd", "usr/sbin/vsftpd").toString(), configuration.toString()),
                Map.of("OPENSSL_CONF", plan.openSslConfiguration().toString()),
                List.of(pam));
    }

    private static String tls(ServerPlan plan) {
        if (!plan.usesTls()) {
            return "";
        }
        return """
                ssl_enable=YES
                rsa_cert_file=%s
                rsa_private_key_file=%s
                ssl_ciphers=HIGH
                ssl_sslv2=NO
                ssl_sslv3=NO
                ssl_tlsv1=YES
                force_local_logins_ssl=YES
                force_local_data_ssl=NO
                require_ssl_reuse=YES
                implicit_ssl=%s
                debug_ssl=YES
                %s""".formatted(
                        plan.chainPem(),
                        plan.keyPem(),
                        plan.options().security() == Security.IMPLICIT_TLS ? "YES" : "NO",
                        plan.options().demandsCertificate()
                                ? "ssl_request_cert=YES\nrequire_cert=YES\nvalidate_cert=YES\nca_certs_file="
                                        + TestCertificates.get().authorityPem() + "\n"
                                : "");
    }

    /** pam_userdb adds ".db" to the name of the file by itself. */
    private static void loadUsers(Path users) {
        try {
            Process process = new ProcessBuilder(
                            ServerBinaries.get("db-util", "usr/bin/db_load").toString(),
                            "-T",
                            "-t",
                            "hash",
                            users + ".db")
                    .redirectErrorStream(true)
                    .start();
            try (var out = process.getOutputStream()) {
                out.write((RealServer.USER + "\n" + RealServer.PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("db_load failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while db_load ran", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
