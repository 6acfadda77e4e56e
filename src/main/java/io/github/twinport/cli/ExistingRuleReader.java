// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.transfer.rules.ExistingRule;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the rules that a command line can give; it cannot ask. Made by picocli. */
final class ExistingRuleReader implements ITypeConverter<ExistingRule> {

    ExistingRuleReader() {}

    @Override
    public ExistingRule convert(String value) {
        for (ExistingRule rule : ExistingRule.values()) {
            if (rule != ExistingRule.ASK && rule.name().equals(value.toUpperCase(Locale.ROOT))) {
                return rule;
            }
        }
        throw new TypeConversionException(value);
    }
}
