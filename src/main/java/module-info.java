// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** Twinport: a desktop FTP and FTPS client. The application is its only user. */
@NullMarked
module io.github.twinport {
    requires static org.jspecify;
    requires java.desktop;
    requires java.sql;
    requires jdk.net;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    requires atlantafx.base;
    requires org.xerial.sqlitejdbc;
    requires info.picocli;
    requires tools.jackson.core;

    // Picocli fills the annotated fields of commands.
    opens io.github.twinport.cli to
            info.picocli;

    // JavaFX makes the application object, and Java’s log its configuration.
    exports io.github.twinport to
            javafx.graphics,
            java.logging;
}
