// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.client.TemporaryForm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same job finds its temporary files again, nobody else makes the same names, and everybody recognises them. */
class TemporaryNamesTest {

    private final TemporaryNames names = new TemporaryNames(TemporaryNames.newSeed());
    private final RemotePath target = RemotePath.of("/up/photo.jpg");

    @ParameterizedTest
    @EnumSource
    void aJobFindsItsNamesAgainAndNoOtherMakesThem(TemporaryForm form) {
        String name = names.beside(target, form);

        assertThat(new TemporaryNames(names.seed()).beside(target, form)).isEqualTo(name);
        assertThat(new TemporaryNames(TemporaryNames.newSeed()).beside(target, form))
                .isNotEqualTo(name);
        assertThat(names.beside(RemotePath.of("/other/photo.jpg"), form)).isNotEqualTo(name);
        assertThat(names.aside(target, form, 0)).isNotEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource
    void everyFormIsRecognisedAndSaysWhoseItIs(TemporaryForm form) {
        for (String name : Set.of(names.beside(target, form), names.aside(target, form, 0))) {
            assertThat(TemporaryName.isTemporary(name)).as(name).isTrue();
            assertThat(TemporaryName.owner(name)).contains(names.owner());
        }
        assertThat(TemporaryName.isAside(names.aside(target, form, 0))).isTrue();
        assertThat(TemporaryName.isAside(names.beside(target, form))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void namesOfLongTargetsFitAndDiffer(TemporaryForm form) {
        RemotePath one = RemotePath.of("/" + "日".repeat(84) + "a");
        RemotePath other = RemotePath.of("/" + "日".repeat(84) + "b");

        assertThat(names.beside(one, form).getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(255);
        assertThat(names.beside(one, form)).isNotEqualTo(names.beside(other, form));
        assertThat(TemporaryName.isTemporary(names.beside(one, form))).isTrue();
    }

    @Test
    void theFormsAvoidWhatServersRefuse() {
        assertThat(names.beside(target, TemporaryForm.HIDDEN))
                .startsWith(".photo.jpg.")
                .endsWith(".twinport-part");
        assertThat(names.beside(target, TemporaryForm.VISIBLE))
                .startsWith("photo.jpg.")
                .endsWith(".twinport-part");
        assertThat(names.beside(target, TemporaryForm.SAME_ENDING))
                .startsWith("twinport-part-")
                .endsWith("-photo.jpg");
    }

    @Test
    void membersOfOneDatasetGetDifferentNames() {
        Set<String> made = IntStream.range(0, 1000)
                .mapToObj(i -> names.beside(RemotePath.of("'A.B(FILE" + i + ")'"), TemporaryForm.HIDDEN))
                .collect(Collectors.toSet());

        assertThat(made).hasSize(1000).allMatch(name -> name.matches("TP\\$[A-Z2-7]{5}"));
        assertThat(TemporaryName.isTemporary(
                        RemotePath.of("'A.B(" + made.iterator().next() + ")'")))
                .isTrue();
    }

    @Test
    void whatOlderVersionsHaveBegunIsFound() {
        Partial older = new Partial("", "", 5, null, false);

        assertThat(names.beside(target, TemporaryForm.HIDDEN, older)).isEqualTo(".photo.jpg.twinport-part");
        assertThat(names.beside(Path.of("/x/a"), older)).isEqualTo(Path.of("/x/.a.twinport-part"));
        assertThat(new TemporaryNames("").beside(target, TemporaryForm.HIDDEN)).isEqualTo(".photo.jpg.twinport-part");
        assertThat(names.beside(Path.of("/x/a"), Partial.begun("noted", 5, null)))
                .isEqualTo(Path.of("/x/noted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".a.twinport-part", ".日.twinport-part", ".a.aaaaa-bbbbbbbb.twinport-part"})
    void isTemporary(String name) {
        assertThat(TemporaryName.isTemporary(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                ".twinport-part",
                "a.twinport-part",
                ".a.twinport-old",
                "twinport-part-1-a",
                ".a.twinport-part.bak",
                "TP$ABCDE"
            })
    void isSomebodysFile(String name) {
        assertThat(TemporaryName.isTemporary(name)).isFalse();
        assertThat(TemporaryName.owner(name)).isEmpty();
    }
}
