// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.client.TemporaryForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The second name of a temporary file, by which it is tried whether a server renames. The journal has it before the
 * server does, so where everything ended in between, the file still has its first one. Belongs to one worker.
 */
record SecondName(UploadWork work, RemoteTarget target) {

    private static final int NAMES = 2;

    /** A name that the temporary file does not have now. */
    RemotePath other() {
        return seconds().stream()
                .filter(name -> !name.equals(target.temporary()))
                .findFirst()
                .orElseThrow();
    }

    /** The target with the name that its temporary file really has, which the journal then knows. */
    RemoteTarget settle() throws IOException {
        Partial begun = work.attempt().partial();
        if (begun == null || !seconds().contains(target.temporary()) || target.has(target.temporary())) {
            return target;
        }
        for (RemotePath first : firsts()) {
            if (!first.equals(target.temporary()) && target.has(first)) {
                work.attempt().partial(begun.named(first.name()));
                return target.with(first.name());
            }
        }
        return target;
    }

    private List<RemotePath> seconds() {
        List<RemotePath> names = new ArrayList<>();
        for (int number = 1; number <= NAMES; number++) {
            names.add(target.folder().child(work.attempt().names().second(target.path(), number)));
        }
        return names;
    }

    private List<RemotePath> firsts() {
        List<RemotePath> names = new ArrayList<>();
        for (TemporaryForm form : TemporaryForm.values()) {
            names.add(target.folder().child(work.attempt().names().beside(target.path(), form)));
        }
        names.addAll(seconds());
        return names;
    }
}
