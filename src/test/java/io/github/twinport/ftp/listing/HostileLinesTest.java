// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a server sends: no exception, no name that is a path, every line accounted for. */
class HostileLinesTest {

    private static final List<String> SEEDS = List.of(
            "-rw-r--r--   1 alice    staff       1234 Nov 20 14:03 notes.txt",
            "lrwxrwxrwx   1 0        0               7 Jan 25  2020 a -> b -> c",
            "crw-r----- 1 root kmem 0, 27 Jan 30 11:42 kmem",
            "-rw-rw---- 1 ann staff 0 6月 3日 2003年 x",
            "-rw-r--r-- 1 a b 9.0M 2005-03-02 18:06:07.250000000 +0200 f",
            "-rw-r--r--    54149       27826    81975 Jul 22  2010 a.jpg",
            "drwxr-xr-x               folder        2 Jan  4 14:51 d",
            "05-26-95  10:57AM               143712 $LDR$",
            "07-14-2009  06:53 AM    <JUNCTION>     My Data [C:\\Users\\me]",
            "+i8388621.44468,m839956783,r,s10376,up644,\tA",
            "MANUAL.TEX;1  213/216  29-JAN-1996 03:33:12  [STAFF,ANN]   (RWED,RWED,,)",
            "LONG.LOG;1098",
            "      4/15         24-FEB-2003 13:17:24  [POST,LP]    (RWED,RWED,RE,)",
            "Directory DISK$DATA:[ANN.WORK]",
            "Total of 1 file, 4/15 blocks.",
            "- [R----F--] ann             214059       Oct 20 15:27    setup.exe",
            "-C--E-----FTP B ANNBOX      18128       5000000000 Aug 12  2014 BATCH",
            "587823    RSA    DIR   01-08-97   13:58  OS2KRNL",
            "    2048    MAR-10-2001  12:10:00   LOGS              <DIR>",
            "    2  -rwx     4823492   Mar 01 1993 02:02:10 +02:00  image-mz",
            "6      -rwx  5474304     03:56:08 Jan 01 2003  asdm.bin",
            " 1.78   90/11/28 1635   d-ewrewr   3458     160 NOTES",
            "ZYQ92       O 101          16354  14-Jan-10 03:15:33  255,254 \"nunu\"",
            "PEP             36864 04/03/24 14:06:34 *DIR       dir1/",
            "QPGMR                                   *MEM       X.FILE/Y.MBR",
            "SAVE01 3390   2004/06/23  1    1  FB     128  6144  PO    A.B.C",
            "ALPHA     01.03 2002/09/12 2002/10/11 09:37    11    11     0 ANN001",
            "IEFBR14   000008   000004          00 FO             RN RU            31    ANY",
            "ANN1     JOB01906 ANN      OUTPUT A        RC=0000 3 spool files",
            "modify=20261120140305.250;perm=adfrw;size=4321;type=file;UNIX.mode=0640; my file",
            "Type=OS.unix=slink:/a b;Perm=; foo",
            "type=cdir;sizd=3; .",
            "Drwxr-xr-x 1 ann staff -1 Jan 00 00:00   odd",
            "drwx r-x r-x 1 ann longgroup123456 3 29 0:34AM x",
            "-[R C F] 1 ann 33 KB 05/26/95 6:30PM x",
            "34-08-14  03:77p  <FOO> docs",
            "206876  Apr 04, 2000 21:06 a file",
            "B.DOC           11264      May 11 1995 14:20   A",
            "boot.cfg       1014196  06/03/04  Thur.   10:20:03",
            "0100644   500  101   12345    123456789       a file",
            "PROFILE  EXEC      A1 V      17     3      1       9/12/91   12:39:07",
            "Links: 1",
            "04-07-13 21:15:43  log  ->  %s#d01>logs>log",
            "w    158 stm       90-05-19 11:53:44  source.cobol",
            "PATH= /A/PUB/",
            "           1B  BA         115 2147483647   1       16  1  *  testfile",
            "ARISE.PHASE   12   3   00/03/23 10:11:12 F",
            "pub/                  =  Public area",
            " type=file;\tname",
            "type=file;size=3;",
            "total 96");
    private static final String ODD =
            " \t-:;,./=[]()<>+*'\"\\0019dlrwxAPMT\u0000\r\n\u00a0\u0130\u6708\uD83D\uDE00\uDC80\uDCFF\uFFFF";
    private static final int ROUNDS = 60_000;

    @ParameterizedTest
    @EnumSource
    void survivesMutatedLines(ListingFormat format) {
        Random random = new Random(20_261_121);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder line = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
            for (int change = random.nextInt(5); change >= 0; change--) {
                mutate(line, random);
            }
            lines.add(line.toString());
        }
        assertHarmless(format, lines);
    }

    @ParameterizedTest
    @EnumSource
    void survivesEveryBeginningOfEveryLine(ListingFormat format) {
        List<String> lines = new ArrayList<>();
        for (String seed : SEEDS) {
            for (int i = 0; i <= seed.length(); i++) {
                lines.add(seed.substring(0, i));
                lines.add(seed.substring(i));
            }
        }
        assertHarmless(format, lines);
    }

    @ParameterizedTest
    @EnumSource
    void survivesRandomCharacters(ListingFormat format) {
        Random random = new Random(4_711);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder line = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                line.append(random.nextInt(3) == 0 ? (char) random.nextInt(0x10000) : odd(random));
            }
            lines.add(line.toString());
        }
        assertHarmless(format, lines);
    }

    @ParameterizedTest
    @EnumSource
    void takesTimeInProportionToTheLengthOfALine(ListingFormat format) {
        List<String> lines = List.of(
                "1 ".repeat(500_000),
                "1".repeat(1_000_000),
                "-rw-r--r-- " + "1 Jan ".repeat(200_000),
                "lrwxrwxrwx 1 0 0 7 Jan 25  2020 " + "a -> ".repeat(2_000),
                "a=b;".repeat(200_000) + " x",
                "a=".repeat(200_000) + "; x",
                "+" + ",".repeat(1_000_000) + "\tx",
                ";".repeat(1_000_000),
                "type=x" + ";".repeat(1_000_000) + " x",
                "d[" + " ]".repeat(500_000),
                "drwxrwxrwx" + " 1 2".repeat(250_000) + " x",
                "d" + "-".repeat(1_000_000) + " 1 Jan 00 00:00 x",
                "-rw-r--r-- 1 a " + "b".repeat(500_000) + "1".repeat(500_000) + " Jan 00 00:00 x",
                "a\r".repeat(500_000),
                "A;1" + " ".repeat(1_000_000));
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> assertHarmless(format, lines));
    }

    private static void assertHarmless(ListingFormat format, List<String> lines) {
        ListingParser parser = new ListingParser(format, Listings.CLOCK);
        List<Entry> entries = new ArrayList<>();
        for (String line : lines) {
            long before = entries.size() + parser.unparsedCount();
            parser.line(line, entries::add);
            // A wrapped half and its follower may be reported together, and names are held back at first.
            assertThat(entries.size() + parser.unparsedCount() - before).isBetween(0L, (long) BareNames.ENOUGH + 2);
            MlsxLine.parse(line);
            MlsxLine.entry(line, "x");
            TimeText.parse(line);
        }
        parser.finish(entries::add);
        assertThat(entries).allMatch(entry -> EntryName.isPlain(entry.name()));
        assertThat(entries).allMatch(entry -> entry.size() >= Entry.UNKNOWN_SIZE);
        assertThat(entries.size() + parser.unparsedCount()).isLessThanOrEqualTo(lines.size());
    }

    private static void mutate(StringBuilder line, Random random) {
        int at = random.nextInt(line.length() + 1);
        switch (random.nextInt(5)) {
            case 0 -> line.insert(at, odd(random));
            case 1 -> line.delete(at, Math.min(line.length(), at + 1 + random.nextInt(4)));
            case 2 -> line.insert(at, line.substring(at, Math.min(line.length(), at + 12)));
            case 3 -> {
                String other = SEEDS.get(random.nextInt(SEEDS.size()));
                line.replace(at, line.length(), other.substring(Math.min(at, other.length())));
            }
            default -> {
                if (at < line.length()) {
                    line.setCharAt(at, odd(random));
                }
            }
        }
    }

    private static char odd(Random random) {
        return ODD.charAt(random.nextInt(ODD.length()));
    }
}
