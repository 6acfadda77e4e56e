// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ui.explorer.Location.LocalFolder;
import io.github.twinport.ui.explorer.Location.RemoteFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropRulesTest {

    private final LocalFolder local = new LocalFolder(Path.of("here"));
    private final RemoteFolder remote = new RemoteFolder(RemotePath.of("/there"));
    private final Dragged fromLocal = new Dragged.Entries(local, List.of(FakeFiles.file("a", 1)));
    private final Dragged fromRemote = new Dragged.Entries(remote, List.of(FakeFiles.file("a", 1)));
    private final Dragged fromOutside = new Dragged.Files(List.of(Path.of("/tmp/x")));

    @Test
    void aDropOnAFolderGoesIntoIt() {
        assertThat(DropRules.target(remote, Row.of(FakeFiles.folder("sub"))).text())
                .isEqualTo("/there/sub");
        assertThat(DropRules.target(remote, Row.of(FakeFiles.file("f", 1)))).isEqualTo(remote);
        assertThat(DropRules.target(remote, null)).isEqualTo(remote);
    }

    @Test
    void entriesGoToTheOtherSideOnly() {
        assertThat(DropRules.intent(fromLocal, remote))
                .contains(new TransferIntent.Entries(local, List.of(FakeFiles.file("a", 1)), remote));
        assertThat(DropRules.intent(fromRemote, local))
                .contains(new TransferIntent.Entries(remote, List.of(FakeFiles.file("a", 1)), local));
        assertThat(DropRules.intent(fromLocal, local)).isEmpty();
        assertThat(DropRules.intent(fromRemote, remote)).isEmpty();
        assertThat(DropRules.intent(new Dragged.Entries(local, List.of()), remote))
                .isEmpty();
    }

    @Test
    void filesOfOtherProgramsGoToTheServerOnly() {
        assertThat(DropRules.intent(fromOutside, remote))
                .contains(new TransferIntent.Files(List.of(Path.of("/tmp/x")), remote));
        assertThat(DropRules.intent(fromOutside, local)).isEmpty();
        assertThat(DropRules.intent(new Dragged.Files(List.of()), remote)).isEmpty();
    }
}
