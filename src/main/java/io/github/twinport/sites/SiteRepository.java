// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.sites.options.SiteOptions;
import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The saved sites. Blocks on the disk; any thread but the JavaFX one. */
public final class SiteRepository {

    private static final String COLUMNS =
            "name, folder, host, port, security, user, anonymous, data_mode, charset, local_folder, remote_folder, options";

    private static final int LONGEST_TEXT = 100_000;

    private final Database database;

    /** The sites of a database. */
    public SiteRepository(Database database) {
        this.database = database;
    }

    /** All sites by folder and name, regardless of case; without those that make no sense, see {@link #unreadable}. */
    public List<Site> list() throws StoreException {
        return database.read(transaction -> transaction.readable(
                "select id, " + COLUMNS + " from site order by folder collate nocase, name collate nocase, id",
                SiteRepository::read));
    }

    /** The names of the sites of which nothing else makes sense any more. */
    public List<String> unreadable() throws StoreException {
        Set<Long> readable = list().stream().map(Site::id).collect(Collectors.toSet());
        return database
                .read(transaction -> transaction.query(
                        "select name, id from site order by name",
                        row -> readable.contains(row.getLong(2)) ? "" : row.getString(1)))
                .stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * Saves a site: a new one, or in place of the one with the same number. One that was deleted meanwhile is saved
     * again under its number.
     *
     * @return the site with its number
     */
    public Site save(Site site) throws StoreException {
        boolean isNew = site.id() == Site.UNSAVED;
        long id = database.write(transaction -> transaction.insert(
                "insert or replace into site (id, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                isNew ? null : site.id(),
                site.name(),
                site.folder(),
                site.server().host(),
                site.server().port(),
                site.server().security().name(),
                site.user(),
                site.anonymous() ? 1 : 0,
                site.dataMode().name(),
                site.charset(),
                site.localFolder(),
                site.remoteFolder(),
                site.options().text()));
        return site.withId(id);
    }

    /** The site of a login, the one first in the list where several have it. */
    public Optional<Site> find(Server server, String login) throws StoreException {
        return list().stream()
                .filter(site -> site.server().equals(server) && site.login().equals(login))
                .findFirst();
    }

    /** Deletes a site; nothing happens if it is gone already. */
    public void delete(long id) throws StoreException {
        database.<@Nullable Void>write(transaction -> {
            transaction.update("delete from site where id = ?", id);
            return null;
        });
    }

    private static Site read(ResultSet row) throws SQLException {
        for (String text : List.of(
                row.getString("host"),
                row.getString("user"),
                row.getString("local_folder"),
                row.getString("remote_folder"))) {
            if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("a control character, or far too much text");
            }
        }
        return new Site(
                row.getLong("id"),
                row.getString("name"),
                row.getString("folder"),
                new Server(row.getString("host"), row.getInt("port"), Security.valueOf(row.getString("security"))),
                row.getString("user"),
                row.getInt("anonymous") != 0,
                DataMode.valueOf(row.getString("data_mode")),
                row.getString("charset"),
                row.getString("local_folder"),
                row.getString("remote_folder"),
                SiteOptions.of(row.getString("options")));
    }
}
