// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import io.github.twinport.sites.Site;
import java.util.Map;

/** One page of the site form beyond the first. JavaFX thread only. */
interface SitePage {

    /** What the page is called. */
    String title();

    /** What is shown. */
    FormGrid view();

    /** Fills the controls. */
    void show(Site site);

    /** What is wrong, a sentence under the id of each control concerned; empty when all makes sense. */
    Map<String, String> problems();

    /** The site with what the page says; only where there are no problems. */
    Site applyTo(Site site);
}
