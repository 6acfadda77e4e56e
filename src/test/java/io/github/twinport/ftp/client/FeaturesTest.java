// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    @Test
    void readsNamesAndWhatStandsBehindThem() {
        Features features = Features.of(new Reply(
                211, List.of("Features:", " UTF8", " mlst type*;size*;modify*;perm;", "\tREST  STREAM ", "End")));
        assertThat(features.parameters())
                .isEqualTo(Map.of("UTF8", "", "MLST", "type*;size*;modify*;perm;", "REST", "STREAM"));
        assertThat(features.has("MLST")).isTrue();
        assertThat(features.has("MLSD")).isFalse();
    }

    @Test
    void knowsWhichFactsAreOff() {
        Features features = Features.of(new Reply(211, List.of("", " MLST Type;size*; modify", "End")));
        assertThat(features.factIsOff("type")).isTrue();
        assertThat(features.factIsOff("size")).isFalse();
        assertThat(features.factIsOff("modify")).isTrue();
        assertThat(features.factIsOff("perm")).isFalse();
    }

    @Test
    void emptyLinesAndNamesThatComeTwiceDoNoHarm() {
        assertThat(Features.of(new Reply(211, List.of("", "", " ", " EPSV", " EPSV x", "End")))
                        .parameters())
                .isEqualTo(Map.of("EPSV", "x"));
    }

    @Test
    void aRefusalOrASingleLineMeansNone() {
        assertThat(Features.of(new Reply(211, List.of("no features"))).parameters())
                .isEmpty();
        assertThat(Features.of(new Reply(530, List.of("log in", " UTF8", "first")))
                        .parameters())
                .isEmpty();
    }
}
