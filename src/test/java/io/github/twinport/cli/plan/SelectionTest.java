// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How choices of files are told apart. */
class SelectionTest {

    @Test
    void hasOtherWordsForEveryOtherChoice() {
        List<String> texts = Stream.of(
                        selection(List.of(), List.of(), Links.FOLLOW),
                        selection(List.of(), List.of(), Links.SKIP),
                        selection(List.of("a"), List.of(), Links.FOLLOW),
                        selection(List.of(), List.of("a"), Links.FOLLOW),
                        selection(List.of("a", "b"), List.of(), Links.FOLLOW),
                        selection(List.of("a\ninclude 1 b"), List.of(), Links.FOLLOW),
                        selection(List.of("a/"), List.of(), Links.FOLLOW))
                .map(Selection::text)
                .toList();
        assertThat(texts).doesNotHaveDuplicates().first().isEqualTo("");
    }

    @Test
    void hasTheSameWordsForTheSameChoice() {
        assertThat(selection(List.of("a"), List.of("b"), Links.SKIP).text())
                .isEqualTo(selection(List.of("a"), List.of("b"), Links.SKIP).text());
    }

    private static Selection selection(List<String> includes, List<String> excludes, Links links) {
        return new Selection(
                includes.stream().map(Glob::of).toList(),
                excludes.stream().map(Glob::of).toList(),
                links);
    }
}
