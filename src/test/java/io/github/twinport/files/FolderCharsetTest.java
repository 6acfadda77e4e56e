// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderCharsetTest {

    private static final LegacyText ENGLISH = new LegacyText(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "en, IBM850, Grüße.txt|café.txt|Öl.txt",
        "en, windows-1252, Grüße.txt|café.txt|„Titel“ – 1.txt|Ärger.txt",
        "ru, windows-1251, привет.txt|Отчёт за май.txt|СЧЕТ.txt",
        "ru, KOI8-R, привет.txt|Отчёт за май.txt|СЧЕТ.txt",
        "ru, IBM866, привет.txt|Отчет за май.txt|СЧЕТ.txt",
        "pl, windows-1250, zażółć gęślą jaźń.txt|Śląsk.txt",
        "pl, ISO-8859-2, zażółć gęślą jaźń.txt|Śląsk.txt",
        "ja, Shift_JIS, 日本語.txt|写真.jpg|メモ.txt",
        "ja, EUC-JP, 日本語.txt|写真.jpg|メモ.txt",
        "zh-CN, GB18030, 中文文件.txt|照片.jpg",
        "zh-TW, Big5, 中文檔案.txt|照片.jpg"
    })
    void theNamesOfAFolderAreReadInOneCharset(String language, String charset, String names) {
        List<Entry> folder = folder(Charset.forName(charset), names.split("\\|"));
        new FolderCharset(new LegacyText(Locale.forLanguageTag(language))).note(folder);
        assertThat(folder).extracting(Entry::shownName).containsExactly(names.split("\\|"));
    }

    /** By itself this name is an English word with an odd quotation mark at its end. */
    @Test
    void itsNeighboursDecideHowANameIsRead() {
        Charset dos = Charset.forName("IBM850");
        List<Entry> alone = folder(dos, "café.txt");
        new FolderCharset(ENGLISH).note(alone);
        assertThat(alone).extracting(Entry::shownName).containsExactly("caf‚.txt");

        List<Entry> folder = folder(dos, "café.txt", "Grüße.txt");
        new FolderCharset(ENGLISH).note(folder);
        assertThat(folder).extracting(Entry::shownName).containsExactly("café.txt", "Grüße.txt");
    }

    @Test
    void whatTheFirstBatchHasDecidedHoldsForTheRest() {
        FolderCharset charset = new FolderCharset(ENGLISH);
        charset.note(folder(StandardCharsets.UTF_8, "plain", "ünï"));
        charset.note(folder(Charset.forName("IBM850"), "Grüße.txt"));
        List<Entry> later = folder(Charset.forName("IBM850"), "café.txt");
        charset.note(later);
        assertThat(later).extracting(Entry::shownName).containsExactly("café.txt");
    }

    @Test
    void namesInUtf8StayWhatTheyAre() {
        List<Entry> folder = folder(StandardCharsets.UTF_8, "ünï", "日本語", "a");
        List<Entry> before = List.copyOf(folder);
        folder.addAll(folder(StandardCharsets.ISO_8859_1, "grüß"));
        new FolderCharset(ENGLISH).note(folder);
        assertThat(folder.subList(0, 3)).isEqualTo(before);
        assertThat(folder).extracting(Entry::shownName).containsExactly("ünï", "日本語", "a", "grüß");
    }

    @Test
    void aNameThatIsNoTextInTheCharsetOfItsFolderIsGuessedByItself() {
        FolderCharset charset = new FolderCharset(new LegacyText(Locale.JAPANESE));
        charset.note(folder(Charset.forName("Shift_JIS"), "日本語.txt"));
        List<Entry> later = new ArrayList<>(List.of(entry("a\uDC80b"), entry("a\uDC85\uDCFFb")));
        charset.note(later);
        assertThat(later).extracting(Entry::shownName).noneMatch(name -> name.contains("\\x"));
    }

    @Test
    void nothingElseOfAnEntryChanges() {
        EntryDetails facts = new EntryDetails(7, "perm=r;");
        Entry link = new Entry("\uDCFC", EntryKind.LINK, 5, null, "r", "me", "us", "gr\uDCFC\uDCDF", facts);
        List<Entry> folder = new ArrayList<>(List.of(link));
        new FolderCharset(ENGLISH).note(folder);
        Entry noted = folder.getFirst();
        assertThat(noted.shownName()).isEqualTo("ü");
        assertThat(noted.shownTarget()).isEqualTo("grüß");
        assertThat(noted.withDetails(facts)).isEqualTo(link);
        assertThat(noted.details().facts()).isEqualTo("perm=r;");
        assertThat(noted.details().roundedSize()).isEqualTo(7);
    }

    /** As a session in UTF-8 reads the bytes of these names. */
    private static List<Entry> folder(Charset charset, String... names) {
        List<Entry> entries = new ArrayList<>();
        for (String name : names) {
            entries.add(entry(charset.equals(StandardCharsets.UTF_8) ? name : asReadInUtf8(name.getBytes(charset))));
        }
        return entries;
    }

    private static String asReadInUtf8(byte[] bytes) {
        StringBuilder name = new StringBuilder();
        for (byte b : bytes) {
            name.append((char) (b < 0 ? 0xDC00 + (b & 0xFF) : b));
        }
        return name.toString();
    }

    private static Entry entry(String name) {
        return Entry.named(name, EntryKind.FILE);
    }
}
