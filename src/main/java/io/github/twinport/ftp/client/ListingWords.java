// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.listing.Gap;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads in the replies to a listing whether it shows the whole folder. Servers report success (226, 250) also where they
 * have left something out or could not open the folder, and say so in the text only: Pure-FTPd {@code 226 Output truncated
 * to 10000 matches} (and that in the language for which it was built), vsftpd {@code 226 Transfer done (but failed to open
 * directory).} Better a warning too many than a file too few.
 */
final class ListingWords {

    private static final String THINGS =
            "(files?|entries|entry|matches|items|objects|results|lines|names|members|records)";

    private static final Pattern SHORTENED = pattern(
            "truncat|trunkier|tronqu|troncat|truncad|abgeschnitten|abgebrochen|gek(ü|ue|.{1,2})rzt",
            "\\bauf \\d+ \\S+ (beschr|begrenz)",
            "incomplete|not complete\\b|unvollst",
            "\\bnot (all|every)\\b|not everything",
            "partial(ly)? (\\S+ )?(list|direc|result|output|content)",
            "too (many|much)|too (large|big|long)",
            "\\b(only|just) (the )?(first )?\\d+|\\bfirst \\d+ " + THINGS,
            "(limit|maximum)[^.]{0,30}(reached|exceeded|hit)|exceed(s|ed)",
            "(list|listing|directory|output|results?) (was |is |has been |were )?"
                    + "(limited|cut|aborted|interrupted|stopped|shortened|abbreviated|cancell?ed)",
            "(limited|cut|shortened|reduced) (off )?(to|at|after) (the )?(first )?\\d+ " + THINGS,
            "\\bmore " + THINGS + " (exist|follow|are|were|not)",
            THINGS + " (were |was |are |have been )?(skipped|omitted|suppressed|ignored|hidden|left out"
                    + "|not (shown|listed|displayed|sent|included))",
            "\\b(transfer|listing) abort|timed out|time limit|out of memory");

    private static final Pattern NOT_OPENED = pattern(
            "(failed|unable|not able|could ?n.?t|could not|can ?not|can.?t|impossible)( to)?( be)? "
                    + "(open|read|access|list|find|chdir|change|stat|scan|retriev|get)",
            "(permission|access) (is |was )?denied|not permitted|no permission|not authori[sz]ed|no access",
            "(insufficient|lack of) (permission|access|right|privileg)",
            "\\bno such (file|dir|folder|path)",
            "(directory|folder|path)( was| is)? (not|un)( )?(found|available|readable|accessible)",
            "(does not|doesn.t) exist",
            "\\b(read|i/o|input/output|disk) error\\b|\\berror (reading|opening|accessing|listing|scanning|while|during|in)\\b");

    private ListingWords() {}

    /**
     * What the replies admit.
     *
     * @param folder the folder that was listed; its name is no word of the server's
     * @param first the first reply, null where there was none
     * @param last the final one, null where there was none
     */
    static Set<Gap> gaps(RemotePath folder, @Nullable Reply first, @Nullable Reply last) {
        String said = (first == null ? "" : first.text() + " ") + (last == null ? "" : last.text());
        said = without(said, folder.toString());
        said = without(said, folder.folderText());
        said = without(said, folder.name());
        Set<Gap> gaps = EnumSet.noneOf(Gap.class);
        if (SHORTENED.matcher(said).find()) {
            gaps.add(Gap.SHORTENED);
        }
        if (NOT_OPENED.matcher(said).find()) {
            gaps.add(Gap.NOT_OPENED);
        }
        return gaps;
    }

    /** A path of one character may stand in any word. */
    private static String without(String text, String path) {
        return path.length() < 2 ? text : text.replace(path, "/");
    }

    private static Pattern pattern(String... alternatives) {
        return Pattern.compile(String.join("|", alternatives), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
