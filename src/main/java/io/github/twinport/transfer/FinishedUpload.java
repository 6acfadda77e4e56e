// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import java.io.IOException;

/** Gives a complete file the time and, where wanted, the permissions of its source. */
record FinishedUpload(UploadWork work, UploadSource source) {

    void finish(RemotePath file) throws IOException {
        work.connection().setModified(file, source.modified().instant());
        if (work.attempt().request().rules().permissions()) {
            new UploadedPermissions(work.connection()).copy(source.path(), file);
        }
    }
}
