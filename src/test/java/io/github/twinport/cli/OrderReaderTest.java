// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.transfer.QueueOrder;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

/** What {@code --order} takes. */
class OrderReaderTest {

    @Test
    void readsBothOrders() {
        assertThat(new OrderReader().convert("listed")).isEqualTo(QueueOrder.LISTED);
        assertThat(new OrderReader().convert("small")).isEqualTo(QueueOrder.SMALL_FIRST);
    }

    @Test
    void refusesOthers() {
        assertThatThrownBy(() -> new OrderReader().convert("large"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("large");
    }
}
