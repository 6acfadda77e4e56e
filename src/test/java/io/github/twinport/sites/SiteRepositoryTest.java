// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.sites.options.LoginOptions;
import io.github.twinport.sites.options.SiteOptions;
import io.github.twinport.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteRepositoryTest {

    @TempDir
    Path folder;

    private Database database;
    private SiteRepository sites;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder);
        sites = new SiteRepository(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsEveryPartOfASite() throws IOException {
        Site site = new Site(
                Site.UNSAVED,
                "Büro \"1\"; drop table site",
                "Kunden/Ost",
                new Server("2001:db8::1", 2121, Security.IMPLICIT_TLS),
                "ada",
                false,
                DataMode.ACTIVE,
                "ISO-8859-15",
                "/home/ada",
                "/www",
                SiteOptions.DEFAULT.withLogin(new LoginOptions("vhost", "", List.of("SITE \"x\""))));

        Site saved = sites.save(site);

        assertThat(saved.id()).isPositive();
        assertThat(sites.list()).containsExactly(site.withId(saved.id()));
    }

    @Test
    void listsByFolderAndNameRegardlessOfCase() throws IOException {
        sites.save(site("beta", ""));
        sites.save(site("Alpha", "Work"));
        sites.save(site("Alpha", ""));
        sites.save(site("zeta", "home"));

        assertThat(sites.list()).extracting(Site::name).containsExactly("Alpha", "beta", "zeta", "Alpha");
    }

    @Test
    void replacesASavedSite() throws IOException {
        Site saved = sites.save(site("old", ""));
        sites.save(site("new", "").withId(saved.id()));

        assertThat(sites.list()).containsExactly(site("new", "").withId(saved.id()));
    }

    @Test
    void deletesASiteAndDoesNotMindThatItIsGone() throws IOException {
        Site saved = sites.save(site("a", ""));
        sites.delete(saved.id());
        sites.delete(saved.id());

        assertThat(sites.list()).isEmpty();
    }

    @Test
    void findsTheSiteOfALogin() throws IOException {
        Site saved = sites.save(site("a", ""));
        sites.save(site("b", ""));

        assertThat(sites.find(saved.server(), "anonymous")).contains(saved);
        assertThat(sites.find(saved.server(), "ada")).isEmpty();
    }

    private static Site site(String name, String group) {
        return new Site(
                Site.UNSAVED,
                name,
                group,
                new Server("host", 21, Security.PLAIN),
                "",
                true,
                DataMode.AUTOMATIC,
                "UTF-8",
                "",
                "");
    }
}
