// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.sites.HiddenPassword;
import io.github.twinport.transfer.Explanation;

/** Hides the passwords of the command line in what is said about a command as a whole; the rest goes on as it is. */
final class DiscreetPrinter implements EventPrinter {

    private final EventPrinter printer;
    private final HiddenPassword hidden;

    DiscreetPrinter(EventPrinter printer, HiddenPassword hidden) {
        this.printer = printer;
        this.hidden = hidden;
    }

    @Override
    public void print(Event event) {
        printer.print(
                event instanceof Event.Problem problem
                        ? new Event.Problem(problem.code(), discreet(problem.why()))
                        : event);
    }

    private Explanation discreet(Explanation why) {
        return new Explanation(hidden.in(why.what()), hidden.in(why.advice()));
    }

    @Override
    public void flush() {
        printer.flush();
    }

    @Override
    public boolean isAbandoned() {
        return printer.isAbandoned();
    }
}
