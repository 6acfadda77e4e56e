// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import io.github.twinport.sites.Site;
import io.github.twinport.sites.SiteRepository;
import io.github.twinport.store.StoreException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The saved sites as the window shows them. Used on the JavaFX thread; reading and writing happen in the background, one
 * after the other, and a failure is reported back on the JavaFX thread.
 */
public final class SitesModel {

    private final SiteRepository repository;
    private final Executor background;
    private final Executor fx;
    private final Consumer<StoreException> failures;
    private final ObservableList<Site> sites = FXCollections.observableArrayList();
    private final ObservableList<Site> readOnly = FXCollections.unmodifiableObservableList(sites);

    /**
     * Makes an empty model; {@link #reload} fills it.
     *
     * @param repository where the sites are kept
     * @param background runs one work after the other, off the JavaFX thread
     * @param fx runs work on the JavaFX thread
     * @param failures is told there when sites cannot be read or written
     */
    public SitesModel(SiteRepository repository, Executor background, Executor fx, Consumer<StoreException> failures) {
        this.repository = repository;
        this.background = background;
        this.fx = fx;
        this.failures = failures;
    }

    /** All sites, by folder and name; read-only. */
    public ObservableList<Site> sites() {
        return readOnly;
    }

    /** Reads the sites again, for instance because another instance may have changed them. */
    public void reload() {
        inBackground(() -> {}, () -> {});
        background.execute(() -> {
            try {
                List<String> unreadable = repository.unreadable();
                if (!unreadable.isEmpty()) {
                    throw new StoreException.Nonsense(String.join(", ", unreadable), null);
                }
            } catch (StoreException e) {
                fx.execute(() -> failures.accept(e));
            }
        });
    }

    /**
     * Saves a site.
     *
     * @param site the site, new or changed
     * @param saved is given the site with its number once the list shows it
     */
    public void save(Site site, Consumer<Site> saved) {
        background.execute(() -> {
            try {
                Site kept = repository.save(site);
                List<Site> all = repository.list();
                fx.execute(() -> {
                    sites.setAll(all);
                    saved.accept(kept);
                });
            } catch (StoreException e) {
                fx.execute(() -> failures.accept(e));
            }
        });
    }

    /** Deletes a site. */
    public void delete(Site site, Runnable deleted) {
        inBackground(() -> repository.delete(site.id()), deleted);
    }

    private void inBackground(StoreWork work, Runnable done) {
        background.execute(() -> {
            try {
                work.run();
                List<Site> all = repository.list();
                fx.execute(() -> {
                    sites.setAll(all);
                    done.run();
                });
            } catch (StoreException e) {
                fx.execute(() -> failures.accept(e));
            }
        });
    }

    /** Work on the database. */
    @FunctionalInterface
    private interface StoreWork {
        void run() throws StoreException;
    }
}
