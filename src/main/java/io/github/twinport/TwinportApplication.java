// SPDX-License-Identifier: Apache-2.0
package io.github.twinport;

import io.github.twinport.app.Program;
import io.github.twinport.app.StartRequest;
import io.github.twinport.app.StartRequest.BadArgumentException;
import io.github.twinport.store.DataFolder;
import io.github.twinport.store.StoreException;
import io.github.twinport.ui.shell.StartFailure;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What JavaFX starts and stops. It stands beside the launcher because only that and {@code ui} may know JavaFX, and it
 * only passes the calls on to the {@link Program}.
 */
public final class TwinportApplication extends Application {

    private @Nullable Program program;
    private @Nullable StoreException failure;
    private StartRequest request = StartRequest.NOTHING;

    /** Made by JavaFX. */
    public TwinportApplication() {}

    @Override
    public void init() throws BadArgumentException {
        request = StartRequest.of(getParameters().getRaw());
        try {
            program = Program.open(DataFolder.ofThisUser());
        } catch (StoreException e) {
            failure = e;
        }
    }

    @Override
    public void start(Stage unused) {
        StoreException reason = failure;
        if (program != null) {
            program.show(request);
        } else if (reason != null) {
            StartFailure.show(reason);
        }
    }

    @Override
    public void stop() {
        if (program != null) {
            program.close();
        }
    }
}
