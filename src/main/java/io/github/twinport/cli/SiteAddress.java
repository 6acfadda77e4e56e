// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.InvalidServerUrlException;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.sites.Site;
import io.github.twinport.sites.SiteRepository;
import io.github.twinport.store.Database;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code site:NAME/PATH}: a saved site by its name, percent-encoded where it has a slash, and a path from its root. */
final class SiteAddress {

    private static final String SCHEME = "site:";

    private final Messages messages;

    SiteAddress(Messages messages) {
        this.messages = messages;
    }

    /**
     * What was named.
     *
     * @param site the saved site
     * @param url its address with the path that the argument names, without a password
     */
    record Named(Site site, ServerUrl url) {}

    /** Whether an argument names a saved site. */
    static boolean isMeant(String argument) {
        return argument.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * Finds the site in the database of a folder.
     *
     * @throws UsageException when there is no such site, or more than one
     * @throws IOException when the saved sites cannot be read
     */
    Named parse(String argument, Profile profile) throws IOException {
        String rest = argument.substring(SCHEME.length());
        rest = rest.startsWith("//") ? rest.substring(2) : rest;
        int slash = rest.indexOf('/');
        String name = decoded(slash < 0 ? rest : rest.substring(0, slash), argument);
        Site site = find(name, profile);
        RemotePath path = slash < 0 ? null : path(rest.substring(slash), argument);
        String user = site.anonymous() ? null : site.user();
        return new Named(site, new ServerUrl(site.server(), user, null, path));
    }

    private Site find(String name, Profile profile) throws IOException {
        if (!profile.hasDatabase()) {
            return find(name, List.of());
        }
        try (Database database = profile.open()) {
            SiteRepository repository = new SiteRepository(database);
            List<Site> sites = repository.list();
            if (sites.stream().noneMatch(site -> site.name().equals(name))
                    && repository.unreadable().contains(name)) {
                throw new UsageException(messages.text("cli.siteUnreadable", EntryName.escaped(name)));
            }
            return find(name, sites);
        }
    }

    /** By name, or by folder and name; as written, else regardless of case. */
    private Site find(String name, List<Site> sites) throws UsageException {
        Site found = only(name, sites, site -> site.name().equals(name));
        if (found == null) {
            found = only(name, sites, site -> whole(site).equals(name));
        }
        if (found == null) {
            String lower = name.toLowerCase(Locale.ROOT);
            found = only(
                    name, sites, site -> site.name().toLowerCase(Locale.ROOT).equals(lower));
        }
        if (found == null) {
            throw new UsageException(messages.text("cli.noSite", EntryName.escaped(name)));
        }
        return found;
    }

    private @Nullable Site only(String name, List<Site> sites, Predicate<Site> meant) throws UsageException {
        List<Site> found = sites.stream().filter(meant).toList();
        if (found.size() > 1) {
            String all = found.stream().map(SiteAddress::whole).collect(Collectors.joining(", "));
            throw new UsageException(messages.text("cli.manySites", name, all));
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    private static String whole(Site site) {
        return site.folder().isEmpty() ? site.name() : site.folder() + "/" + site.name();
    }

    private @Nullable RemotePath path(String text, String argument) throws UsageException {
        try {
            return ServerUrl.folder(text);
        } catch (InvalidServerUrlException e) {
            throw new UsageException(messages.text("cli.noUrl", EntryName.escaped(argument)));
        }
    }

    private String decoded(String part, String argument) throws UsageException {
        try {
            return ServerUrl.decoded(part);
        } catch (InvalidServerUrlException e) {
            throw new UsageException(messages.text("cli.noUrl", EntryName.escaped(argument)));
        }
    }
}
