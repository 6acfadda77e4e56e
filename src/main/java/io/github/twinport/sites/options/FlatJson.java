// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites.options;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One JSON object of texts. */
final class FlatJson {

    private FlatJson() {}

    static String write(Map<String, String> values) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            values.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        return text.toString();
    }

    /** The texts of an object; whatever else a text holds, and all from where it is damaged, is left out. */
    static Map<String, String> read(String text) {
        Map<String, String> values = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return values;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING) {
                    values.put(name, json.getString());
                } else {
                    json.skipChildren();
                }
            }
        } catch (JacksonException e) {
            System.getLogger(FlatJson.class.getName())
                    .log(System.Logger.Level.WARNING, "options of a site are damaged", e);
        }
        return values;
    }
}
