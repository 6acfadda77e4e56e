// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.transfer.QueueOrder;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the argument of {@code --order}. */
final class OrderReader implements ITypeConverter<QueueOrder> {

    OrderReader() {}

    @Override
    public QueueOrder convert(String word) {
        return switch (word) {
            case "listed" -> QueueOrder.LISTED;
            case "small" -> QueueOrder.SMALL_FIRST;
            default -> throw new TypeConversionException("“" + word + "” is neither listed nor small");
        };
    }
}
