// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.speed;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How fast transfers may be, and when. Immutable; any thread.
 *
 * @param always the limit of all transfers together where no rule holds
 * @param rules limits for some hours; the first that holds counts
 * @param sites further limits of single servers, each by its {@code host:port}
 */
public record SpeedPlan(SpeedLimit always, List<SpeedRule> rules, Map<String, SpeedLimit> sites) {

    /** As fast as possible. */
    public static final SpeedPlan UNLIMITED = new SpeedPlan(SpeedLimit.NONE, List.of(), Map.of());

    /** Keeps its own copies. */
    public SpeedPlan {
        rules = List.copyOf(rules);
        sites = Map.copyOf(sites);
    }

    /** The same with another limit where no rule holds. */
    public SpeedPlan withAlways(SpeedLimit limit) {
        return new SpeedPlan(limit, rules, sites);
    }

    /** The same with other rules. */
    public SpeedPlan withRules(List<SpeedRule> other) {
        return new SpeedPlan(always, other, sites);
    }

    /** The same with another limit of one server; {@link SpeedLimit#NONE} takes it away. */
    public SpeedPlan withSite(String hostAndPort, SpeedLimit limit) {
        Map<String, SpeedLimit> other = new TreeMap<>(sites);
        if (limit.equals(SpeedLimit.NONE)) {
            other.remove(hostAndPort);
        } else {
            other.put(hostAndPort, limit);
        }
        return new SpeedPlan(always, rules, other);
    }

    /** The limit of all transfers together at a time of the user's zone. */
    public SpeedLimit at(LocalDateTime time) {
        return rules.stream()
                .filter(rule -> rule.holdsAt(time))
                .map(SpeedRule::limit)
                .findFirst()
                .orElse(always);
    }

    /** The further limit of a server. */
    SpeedLimit ofSite(String hostAndPort) {
        return sites.getOrDefault(hostAndPort, SpeedLimit.NONE);
    }

    /** How it is kept in a database; {@link #of} reads it. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("always " + always.text());
        rules.forEach(rule -> lines.add("rule " + rule.text()));
        new TreeMap<>(sites).forEach((site, limit) -> lines.add("site " + site + " " + limit.text()));
        return String.join("\n", lines);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws RuntimeException when it makes no sense
     */
    public static SpeedPlan of(String text) {
        SpeedPlan plan = UNLIMITED;
        List<SpeedRule> rules = new ArrayList<>();
        for (String line : text.lines().toList()) {
            int blank = line.indexOf(' ');
            String rest = line.substring(blank + 1);
            switch (line.substring(0, Math.max(0, blank))) {
                case "always" -> plan = plan.withAlways(SpeedLimit.of(rest));
                case "rule" -> rules.add(SpeedRule.of(rest));
                case "site" -> {
                    int last = rest.lastIndexOf(' ');
                    plan = plan.withSite(rest.substring(0, last), SpeedLimit.of(rest.substring(last + 1)));
                }
                default -> throw new IllegalArgumentException(line);
            }
        }
        return plan.withRules(rules);
    }
}
