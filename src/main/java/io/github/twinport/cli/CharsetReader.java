// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a charset that can be written and in which commands are what they are in ASCII. */
final class CharsetReader implements ITypeConverter<Charset> {

    private static final String COMMAND = "RETR /a-b_c.d";

    CharsetReader() {}

    @Override
    public Charset convert(String name) {
        try {
            Charset charset = Charset.forName(name);
            if (charset.canEncode() && new String(COMMAND.getBytes(US_ASCII), charset).equals(COMMAND)) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new TypeConversionException("there is no charset “" + name + "”");
        }
        throw new TypeConversionException("“" + name + "” is no charset for FTP");
    }
}
