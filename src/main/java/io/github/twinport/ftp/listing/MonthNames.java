// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The names of months as servers print them, in English and in the languages whose systems translate their listings.
 * Case, accents and a final dot do not matter. Where languages disagree about an abbreviation ({@code lip} is July in
 * Polish and June in Croatian), the one with more speakers is taken.
 */
final class MonthNames {

    private static final String ENGLISH = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String WEEKDAYS = "montuewedthufrisatsun";
    private static final int LONGEST = 16;

    private MonthNames() {}

    /** Of no use for most listings, and long in the making. */
    private static final class Translated {

        private static final Map<String, Integer> MONTHS = table("""
            january januar janv janvier ene enero janeiro gen gennaio januari ian ianuarie sty styczen \
            stycznia led leden ledna sij sijecanj tammi tam oca ocak jaan sau saus sausio janvaris xan urt \
            shk янв январь января яну сту сич січ січня ιαν јан ינו ينا يناير
            february februar fev fevr fevrier febrero fevereiro febbraio februari febr lut luty lutego uno \
            unor unora velj vel veljaca helmi hel sub subat veebr vas vasario febrer feb ots фев февр \
            февраля лют лютого φεβ феб פבר فبر فبراير
            march marz maerz mars marzo marco mrt maart marts marec marca marzec marc mart martie bre \
            brezen brezna ozu ozujak maalis maa kov kovo martxoa март марта мар бер березня сак μαρ מרץ مار \
            مارس
            april avr avril abr abril aprile aprilis apr kwi kwiecien kwietnia dub duben dubna tra travanj \
            huhti huh nis nisan bal balandzio prill апр апреля квіт кві квітня кра απρ אפר ابر ابريل
            may mai mayo maio mag maggio mei maj maja majus kve kveten kvetna svi svibanj touko tou mayis \
            geg maijs maig май мая маи трав тра травня μαι мај מאי ماي مايو
            june juni juin junho junio giu giugno cze czerwiec czerwca cvn cerven cervna cer kesa kes haz \
            haziran juuni bir birz junijs juny iun iunie junij jún июн июня июнь юни черв чер червня чэр \
            ιουν јун יונ يون يونيو
            july juli juil jui juillet julho julio lug luglio lip lipiec lipca cvc cervenec cervence heina \
            hei tem temmuz juuli liep lie julijs juliol iul iulie julij júl июл июля июль юли липня ліп \
            ιουλ јул יול يول يوليو
            august augusti aout aou ago agosto augustus agu agust agustos avg avgust sie sierpien sierpnia \
            srp srpen srpna kol kolovoz elo aug rugp augusts agost авг августа серп сер серпня жні αυγ אוג \
            اغس اغسطس
            september sept septembre set setembro settembre septiembre wrz wrzesien wrzesnia zar zari ruj \
            rujan syys syy eyl eylul rugs szept sze setembre сен сент сентября сеп вересня вер σεπ ספט سبت \
            سبتمبر
            october okt oktober octobre octubre out outubro ott ottobre paz pazdziernik pazdziernika rij \
            rijen rijna loka lok eki ekim spal spa oct окт октября жовт жов жовтня кас οκτ אוק اكت اكتوبر
            november novembre noviembre novembro noi noiembrie lis listopad listopada stu studeni marras \
            kas kasim lapkr lap нояб ноя ноября ное лист лис листопада ліс νοε нов נוב نوف نوفمبر
            december dez dezember dic diciembre dezembro dicembre des desember decembre gru grudzien \
            grudnia pro prosinec prosince prosinac joulu jou ara aralik dets gruod decembris grd дек \
            декабря груд гру грудня сне δεκ דצמ ديس ديسمبر
            """);

        private Translated() {}

        /** Reads one month per line. */
        private static Map<String, Integer> table(String lines) {
            Map<String, Integer> table = new HashMap<>();
            int month = 1;
            for (String line : lines.lines().toList()) {
                // The English short form, for accents on it: déc, Mär.
                table.put(ENGLISH.substring(3 * month - 3, 3 * month), month);
                for (String name : line.trim().split(" ", -1)) {
                    table.putIfAbsent(plain(name), month);
                }
                month++;
            }
            return Map.copyOf(table);
        }
    }

    /** The month that the region names, 1 to 12, or {@link Digits#NONE}. */
    static int month(String text, int begin, int end) {
        int length = end - begin;
        if (length == 3) {
            int english = threeLetters(ENGLISH, text, begin);
            if (english != Digits.NONE) {
                return english + 1;
            }
        }
        if (length < 2 || length > LONGEST || Digits.isDigit(text.charAt(begin))) {
            return Digits.NONE;
        }
        return Translated.MONTHS.getOrDefault(plain(text.substring(begin, end)), Digits.NONE);
    }

    /** The month that is written with exactly the three English letters, in any case, or {@link Digits#NONE}. */
    static int english(String text, int begin, int end) {
        int index = end - begin == 3 ? threeLetters(ENGLISH, text, begin) : Digits.NONE;
        return index == Digits.NONE ? Digits.NONE : index + 1;
    }

    /** Whether the word is the English short name of a day of the week. */
    static boolean isWeekday(Line line, int word) {
        return line.length(word) == 3 && threeLetters(WEEKDAYS, line.text(), line.begin(word)) != Digits.NONE;
    }

    private static int threeLetters(String names, String text, int begin) {
        // Setting the bit 0x20 makes ASCII letters lower case; other characters do not become letters of the names.
        int a = text.charAt(begin) | 0x20;
        int b = text.charAt(begin + 1) | 0x20;
        int c = text.charAt(begin + 2) | 0x20;
        for (int i = 0; i < names.length(); i += 3) {
            if (names.charAt(i) == a && names.charAt(i + 1) == b && names.charAt(i + 2) == c) {
                return i / 3;
            }
        }
        return Digits.NONE;
    }

    private static String plain(String name) {
        StringBuilder decoded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            // Bytes that are no UTF-8 are Latin-1 on systems with a translated listing.
            decoded.append(c >= 0xDC80 && c <= 0xDCFF ? (char) (c - 0xDC00) : c);
        }
        String parts = Normalizer.normalize(decoded.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(c == '\u0131' ? 'i' : c);
            }
        }
        while (!plain.isEmpty() && ".,".indexOf(plain.charAt(plain.length() - 1)) >= 0) {
            plain.setLength(plain.length() - 1);
        }
        return plain.toString();
    }
}
