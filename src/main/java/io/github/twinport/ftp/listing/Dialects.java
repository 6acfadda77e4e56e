// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/**
 * The dialects, in the order in which a line is tried: from those that nothing else looks like to those that accept
 * most.
 *
 * <ol>
 *   <li>EPLF, known by its plus sign
 *   <li>classic Mac: Unix permissions, but other columns; so before Unix, which would take its numbers for owners
 *   <li>Unix
 *   <li>Connect:Enterprise, NetWare: begin like Unix without being valid there
 *   <li>DOS: begins with a date
 *   <li>VMS: begins with a version, wraps lines
 *   <li>OS/2, VShell, VxWorks, Cisco, Unix in numbers: begin with a number
 *   <li>OS-9, NonStop, AS/400: a date of their own kind in the middle
 *   <li>SuperTCP, routers, VM, VOS, MPE, VSE: the name and columns of their own kind
 *   <li>MVS: data sets, jobs, and last the members, because they may be mere names
 * </ol>
 *
 * <p>What all of these refuse is tried by the tolerant ones, which find kind and name in spite of odd columns. They are
 * never the first to be asked, or they would take the lines of the others apart less exactly.
 *
 * <p>Names without anything else are no dialect; see {@link BareNames}.
 */
final class Dialects {

    private Dialects() {}

    static Dialect[] of(ListingFormat format, ListingClock clock) {
        SharedWords words = new SharedWords();
        ServerTime time = new ServerTime(clock);
        return switch (format) {
            case MLSD -> new Dialect[] {new MlsdDialect(words)};
            case LIST ->
                new Dialect[] {
                    new EplfDialect(),
                    new MacDialect(time, words),
                    new UnixDialect(time, words),
                    new EnterpriseDialect(time, words),
                    new NetwareDialect(time, words),
                    new DosDialect(time),
                    new VmsDialect(time),
                    new Os2Dialect(time),
                    new VShellDialect(time),
                    new VxWorksDialect(time),
                    new CiscoDialect(time, words),
                    new NumericUnixDialect(words),
                    new Os9Dialect(time, words),
                    new NonStopDialect(time, words),
                    new As400Dialect(time, words),
                    new SuperTcpDialect(time),
                    new RouterDialect(time),
                    new VmDialect(time, words),
                    new VosDialect(time, words),
                    new MpeDialect(),
                    new VseDialect(time, words),
                    new MvsDatasetDialect(),
                    new MvsJobDialect(words),
                    new MvsMemberDialect(time, words)
                };
        };
    }

    static Dialect[] tolerant(ListingFormat format, ListingClock clock) {
        SharedWords words = new SharedWords();
        ServerTime time = new ServerTime(clock);
        return switch (format) {
            case MLSD -> new Dialect[] {new LooseMlsdDialect(words)};
            case LIST ->
                new Dialect[] {new LooseUnixDialect(time, words), new LooseDosDialect(time), new LooseMlsdDialect(words)
                };
        };
    }
}
