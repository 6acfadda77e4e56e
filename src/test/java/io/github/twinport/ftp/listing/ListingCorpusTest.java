// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every case of the corpus is read as it expects, but for the differences that are meant to be. */
class ListingCorpusTest {

    @ParameterizedTest
    @CsvSource({"commons-net.jsonl, cnet-, 339", "cyberduck.jsonl, cd-, 75", "ftpparse.jsonl, ftpparse-, 23"})
    void readsRealLinesAsExpected(String file, String prefix, int count) throws IOException {
        assumeTrue(Corpus.isHere() || Corpus.isRequired(), "the listings are not on this machine");
        List<String> differences = new ArrayList<>();
        List<JsonNode> cases = Corpus.cases(file);
        cases.forEach(node -> differences.addAll(CorpusJudge.differences(node)));
        assertThat(cases).hasSize(count);
        assertThat(differences).containsExactlyInAnyOrderElementsOf(CorpusDifferences.of(prefix));
    }

    @Test
    void readsWholeListingsAsExpected() throws IOException {
        assumeTrue(Corpus.isHere() || Corpus.isRequired(), "the listings are not on this machine");
        List<String> differences = new ArrayList<>();
        List<JsonNode> cases = Corpus.cases("more.jsonl");
        cases.forEach(node -> differences.addAll(MoreListings.differences(node)));
        assertThat(cases).hasSize(290);
        assertThat(differences).containsExactlyInAnyOrderElementsOf(CorpusDifferences.more());
    }
}
