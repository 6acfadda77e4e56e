// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferRulesTest {

    @ParameterizedTest
    @EnumSource
    void areReadAsTheyWereWritten(TemporaryRule temporary) {
        TransferRules rules =
                new TransferRules(ExistingRule.NEWER, new Verification(5), temporary, true, RenamePattern.STANDARD, 6);

        assertThat(TransferRules.of(rules.text())).isEqualTo(rules);
        assertThat(TransferRules.of(TransferRules.DEFAULT.text())).isEqualTo(TransferRules.DEFAULT);
    }

    @Test
    void olderVersionsKnewTemporaryNamesOrNone() {
        assertThat(TransferRules.of("temporaryNames=true").temporaryNames()).isEqualTo(TemporaryRule.AUTO);
        assertThat(TransferRules.of("temporaryNames=false").temporaryNames()).isEqualTo(TemporaryRule.OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "existing", "existing=NEVER", "verification=much existing=ASK", "other=1 =2"})
    void whatMakesNoSenseIsAsByDefault(String text) {
        assertThat(TransferRules.of(text)).isEqualTo(TransferRules.DEFAULT);
    }

    @Test
    void verificationIncludesFilesAboveItsSize() {
        assertThat(Verification.OFF.includes(Long.MAX_VALUE)).isFalse();
        assertThat(Verification.ALWAYS.includes(1)).isTrue();
        assertThat(Verification.ALWAYS.includes(0)).isFalse();
        assertThat(Verification.AUTOMATIC.includes(4_000_000)).isFalse();
        assertThat(Verification.AUTOMATIC.includes(4_000_001)).isTrue();
    }
}
