// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.event.TranscriptBuffer;
import io.github.twinport.ftp.client.ServerProfiles;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.secrets.Vault;
import io.github.twinport.settings.Settings;
import io.github.twinport.sites.KnownCertificates;
import io.github.twinport.sites.SiteRepository;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.ui.fx.FxThread;
import java.util.concurrent.Executor;

/**
 * What the window needs from the rest of the program, which made it and will end it.
 *
 * @param fx the JavaFX thread
 * @param background runs one work after the other, off the JavaFX thread
 * @param messages the texts
 * @param formats sizes and times
 * @param explainer says why something did not work
 * @param settings what the user has set
 * @param sites the saved sites
 * @param known the accepted certificates
 * @param vault the saved passwords
 * @param profiles what was learnt about servers
 * @param queue the transfers
 * @param transcript takes the protocol log
 * @param version the version of the program
 */
public record WindowServices(
        FxThread fx,
        Executor background,
        Messages messages,
        Formats formats,
        Explainer explainer,
        Settings settings,
        SiteRepository sites,
        KnownCertificates known,
        Vault vault,
        ServerProfiles profiles,
        TransferQueue queue,
        TranscriptBuffer transcript,
        String version) {}
