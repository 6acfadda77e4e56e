// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.log;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.i18n.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the codes of replies say in plain words (RFC 959 section 4.2, RFC 2228 section 4, RFC 2389, RFC 2428). */
final class ReplyMeanings {

    private static final Pattern FINAL_LINE = Pattern.compile("([1-6][0-9]{2})(?: .*)?", Pattern.DOTALL);

    private final Messages messages;

    ReplyMeanings(Messages messages) {
        this.messages = messages;
    }

    /** The meaning of a line that ends a reply; of an unknown code what its first digit says; null for other lines. */
    @Nullable
    String of(ProtocolLine line) {
        return switch (line.kind()) {
            case REPLY, REFUSAL -> ofReply(line.text());
            case COMMAND, NOTE, FAILURE -> null;
        };
    }

    private @Nullable String ofReply(String text) {
        Matcher matcher = FINAL_LINE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String code = matcher.group(1);
        String key = "reply." + code;
        return messages.text(messages.has(key) ? key : "reply.class." + code.charAt(0));
    }
}
