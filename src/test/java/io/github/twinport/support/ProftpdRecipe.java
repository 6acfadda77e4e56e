// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import io.github.twinport.ftp.Security;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * ProFTPD with one virtual user from a password file and its modules for TLS, MODE Z, hashes and SITE commands. The
 * options of TLS are the defaults, which demand the resumption of sessions on data connections.
 */
final class ProftpdRecipe implements ServerRecipe {

    @Override
    public List<String> missing() {
        return ServerBinaries.missing("proftpd", "usr/sbin/proftpd", "usr/lib/proftpd/mod_tls.so");
    }

    @Override
    public Command prepare(ServerPlan plan) {
        Path run = plan.run();
        Path passwords = plan.write(
                "passwd",
                RealServer.USER + ":" + ServerPlan.PASSWORD_HASH + ":" + ServerPlan.SYSTEM_ID + ":"
                        + ServerPlan.SYSTEM_ID + "::" + plan.root() + ":/bin/false\n");
        Path groups = plan.write("group", ServerPlan.SYSTEM_GROUP + ":x:" + ServerPlan.SYSTEM_ID + ":\n");
        TemporaryFolder.restrict(passwords);
        TemporaryFolder.restrict(groups);
        Path modules =
                ServerBinaries.get("proftpd", "usr/lib/proftpd/mod_tls.so").resolveSibling("");
        Path configuration = plan.write("proftpd.conf", """
                ModulePath %s
                LoadModule mod_deflate.c
                LoadModule mod_digest.c
                LoadModule mod_site_misc.c
                LoadModule mod_copy.c
                LoadModule mod_tls.c
                ServerName "twinport"
                ServerType standalone
                DefaultServer on
                UseIPv6 on
                DefaultAddress %s
                SocketBindTight on
                Port %d
                PassivePorts %d %d
                User %s
                Group %s
                UseReverseDNS off
                DelayEngine off
                ControlsEngine off
                PidFile %s
                ScoreboardFile %s
                SystemLog %s
                TransferLog none
                WtmpLog off
                AuthOrder mod_auth_file.c
                AuthUserFile %s
                AuthGroupFile %s
                RequireValidShell off
                DefaultRoot ~
                Umask 022
                AllowOverwrite on
                AllowStoreRestart on
                AllowRetrieveRestart on
                MaxInstances 200
                DeflateEngine on
                DigestEngine on
                DigestOptions NoTransferCache
                %s%s""".formatted(
                modules,
                plan.host(),
                plan.ports().control(),
                plan.ports().firstPassive(),
                plan.ports().lastPassive(),
                ServerPlan.SYSTEM_USER,
                ServerPlan.SYSTEM_GROUP,
                run.resolve("proftpd.pid"),
                run.resolve("scoreboard"),
                run.resolve("proftpd.log"),
                passwords,
                groups,
                plan.options().maxClients() > 0 ? "MaxClients " + plan.options().maxClients() + "\n" : "",
                tls(plan) + plan.extraLines()));
        return new Command(
                List.of(
                        ServerBinaries.get("proftpd", "usr/sbin/proftpd").toString(),
                        "-n",
                        "-c",
                        configuration.toString()),
                Map.of("LC_ALL", "C.UTF-8"),
                List.of());
    }

    private static String tls(ServerPlan plan) {
        if (!plan.usesTls()) {
            return "";
        }
        TlsVersion versions = plan.options().tls();
        return """
                TLSEngine on
                TLSLog %s
                TLSRSACertificateFile %s
                TLSRSACertificateKeyFile %s
                TLSVerifyClient %s
                TLSCACertificateFile %s
                TLSRenegotiate none
                TLSProtocol %s
                %s""".formatted(
                        plan.run().resolve("tls.log"),
                        plan.chainPem(),
                        plan.keyPem(),
                        plan.options().demandsCertificate() ? "on" : "off",
                        TestCertificates.get().authorityPem(),
                        versions == TlsVersion.ANY ? "TLSv1.2 TLSv1.3" : versions.highest(),
                        plan.options().security() == Security.IMPLICIT_TLS ? "TLSOptions UseImplicitSSL\n" : "");
    }
}
