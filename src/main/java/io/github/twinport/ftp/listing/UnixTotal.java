// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import java.util.Locale;
import java.util.Set;

/** The first line that {@code ls} prints: how many blocks the folder takes, {@code total 96}, in many languages. */
final class UnixTotal {

    private static final Set<String> WORDS = Set.of(
            "total",
            "totale",
            "totaal",
            "totalt",
            "totalt:",
            "insgesamt",
            "gesamt",
            "summe",
            "razem",
            "celkem",
            "spolu",
            "összesen",
            "yhteensä",
            "ialt",
            "ukupno",
            "skupaj",
            "toplam",
            "итого",
            "всего",
            "общо",
            "усього",
            "разом",
            "σύνολο",
            "合計",
            "合计",
            "总用量",
            "总计",
            "總計",
            "總用量",
            "합계",
            "총계");

    private UnixTotal() {}

    static boolean is(Line line) {
        if (!line.has(1) || line.has(2)) {
            return false;
        }
        return WORDS.contains(line.word(0).toLowerCase(Locale.ROOT)) && SizeColumn.bytes(line, 1) >= 0;
    }
}
