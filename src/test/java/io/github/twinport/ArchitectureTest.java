// SPDX-License-Identifier: Apache-2.0
package io.github.twinport;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rules of the house that CONTRIBUTING.md names. A rule may find no class yet: packages grow into it. */
class ArchitectureTest {

    private static final String ROOT = "io.github.twinport";
    private static final int LONGEST_FILE = 400;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packagesUseOnlyThoseBelowThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("main")
                .definedBy(ROOT)
                .layer("app")
                .definedBy(ROOT + ".app..")
                .layer("cli")
                .definedBy(ROOT + ".cli..")
                .layer("ui")
                .definedBy(ROOT + ".ui..")
                .layer("transfer")
                .definedBy(ROOT + ".transfer..")
                .layer("session")
                .definedBy(ROOT + ".session..")
                .layer("sites")
                .definedBy(ROOT + ".sites..", ROOT + ".secrets..")
                .layer("ftp")
                .definedBy(ROOT + ".ftp..")
                .layer("base")
                .definedBy(
                        ROOT + ".files..", ROOT + ".event..", ROOT + ".store..", ROOT + ".i18n..", ROOT + ".settings..")
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("app")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("main", "app")
                .whereLayer("ui")
                .mayOnlyBeAccessedByLayers("main", "app")
                .whereLayer("transfer")
                .mayOnlyBeAccessedByLayers("app", "cli", "ui")
                .whereLayer("session")
                .mayOnlyBeAccessedByLayers("app", "cli", "ui", "transfer")
                .whereLayer("sites")
                .mayOnlyBeAccessedByLayers("app", "cli", "ui", "transfer", "session")
                .whereLayer("ftp")
                .mayOnlyBeAccessedByLayers("app", "cli", "ui", "transfer", "session", "sites")
                .check(CLASSES);
    }

    @Test
    void theProtocolKnowsNoDatabaseAndNoSettings() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".ftp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".store..", ROOT + ".settings..", ROOT + ".i18n..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void packagesOfTheProtocolFormNoCycle() {
        slices().matching(ROOT + ".ftp.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void packagesOfTheWindowFormNoCycle() {
        slices().matching(ROOT + ".ui.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyTheWindowAndTheLauncherKnowJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                .check(CLASSES);
    }

    @Test
    void onlyTheGlueHandsWorkToTheFxThread() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".ui.fx..")
                .should()
                .accessTargetWhere(
                        targetOwner(name("javafx.application.Platform")).and(target(name("runLater"))))
                .check(CLASSES);
    }

    @Test
    void onlyCommandsAndTheLauncherPrint() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES.that(not(resideInAPackage(ROOT + ".cli.."))
                .and(not(resideInAPackage(ROOT + ".demo..")))
                .and(not(resideInAPackage(ROOT)))));
    }

    @Test
    void loggingGoesThroughTheLoggerOfThePlatform() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..")
                .check(CLASSES);
    }

    @Test
    void noOtherToolkitIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..")
                .check(CLASSES);
    }

    /** GTK names a window after the class of its application; the dock joins window and starter by that name. */
    @Test
    void theDesktopEntryNamesTheApplication() throws IOException {
        String entry = Files.readString(Path.of("packaging/linux/Twinport.desktop"));
        for (var application : CLASSES.that(assignableTo("javafx.application.Application"))) {
            assertThat(entry).contains("\nStartupWMClass=" + application.getName() + "\n");
        }
    }

    @Test
    void filesStaySmall() throws IOException {
        Map<Path, Long> tooLong = new TreeMap<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                try (var lines = Files.lines(file)) {
                    long length = lines.count();
                    if (length > LONGEST_FILE) {
                        tooLong.put(file, length);
                    }
                }
            }
        }
        assertThat(tooLong).as("files of more than %d lines", LONGEST_FILE).isEmpty();
    }
}
