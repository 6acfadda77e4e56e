// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnixPermissionsTest {

    @ParameterizedTest
    @CsvSource({
        "rwxr-xr-x, 755",
        "rw-r-----, 640",
        "---------, 0",
        "rwsr-sr-t, 755",
        "rwSr-Sr-T, 644",
        "rwxrwx---, 770",
    })
    void readsWhatListingsShow(String shown, String octal) {
        assertThat(UnixPermissions.of(shown)).isEqualTo(Integer.parseInt(octal, 8));
    }

    @ParameterizedTest
    @CsvSource({"''", "adfrw", "r", "rwxrwxrwx", "xwrxwrxwr", "rwxr-xr-xx", "'rwx r-x r'", "sw-r--r--"})
    void whatTellsNothingIsNotKnown(String shown) {
        assertThat(UnixPermissions.of(shown)).isEqualTo(UnixPermissions.UNKNOWN);
    }
}
