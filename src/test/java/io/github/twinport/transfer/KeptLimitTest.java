// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.ftp.client.ServerProfiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many connections a server allows is remembered from one run to the next. */
class KeptLimitTest {

    /** Remembers limits only. */
    private static final class Kept implements ServerProfiles {

        private final List<Integer> limits = new ArrayList<>();

        @Override
        public ServerProfile find(Server server, String user) {
            return ServerProfile.UNKNOWN;
        }

        @Override
        public void learnt(Server server, String user, ServerProfile profile) {
            throw new AssertionError("nobody connects in earnest");
        }

        @Override
        public OptionalInt connectionLimit(Server server, String user) {
            return limits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(limits.getLast());
        }

        @Override
        public void learntConnectionLimit(Server server, String user, int connections) {
            limits.add(connections);
        }
    }

    @TempDir
    Path folder;

    private final Kept kept = new Kept();
    private FakeWorld world;

    @BeforeEach
    void open() {
        world = new FakeWorld(folder, 4);
        for (int i = 0; i < 8; i++) {
            world.server.file("a" + i, 10);
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void addAll() {
        ConnectionSettings plain = world.connection;
        ConnectionSettings remembering = plain.withOptions(plain.options().withProfiles(kept));
        for (int i = 0; i < 8; i++) {
            world.add(world.download("a" + i).over(remembering));
        }
    }

    @Test
    void withoutAnyLimitAllWorkersBeginWhenThatIsKnown() {
        addAll();
        assertThat(world.total().running()).isEqualTo(1);
        world.server.onBlock = bytes -> {
            world.server.onBlock = more -> {};
            assertThat(world.total().running()).isEqualTo(4);
        };
        world.run();

        assertThat(world.total().done()).isEqualTo(8);
        assertThat(kept.limits).isEmpty();
    }

    @Test
    void aLimitOfAnEarlierRunHoldsFromTheBeginning() {
        kept.limits.add(2);
        world.server.onBlock = bytes -> assertThat(world.total().running()).isLessThanOrEqualTo(2);
        addAll();
        world.run();

        assertThat(world.total().done()).isEqualTo(8);
        assertThat(kept.limits).containsExactly(2);
    }

    @Test
    void whatARefusalHasTaughtIsKept() {
        world.server.places = 2;
        world.server.logins = 1;
        addAll();
        // The first one holds the last place while the next are refused.
        world.server.onBlock = bytes -> {
            world.server.onBlock = more -> {};
            world.step();
        };
        world.run();

        assertThat(world.total().done()).isEqualTo(8);
        assertThat(kept.limits).isNotEmpty();
        assertThat(kept.limits.getFirst()).isEqualTo(3);
    }

    @Test
    void whatARefusedConnectionHasTaughtIsKeptOnceTheOthersGoOn() {
        world.server.places = 2;
        world.server.logins = 1;
        world.server.refusesConnections = true;
        addAll();
        // The first one holds the last place while the next are refused.
        world.server.onBlock = bytes -> {
            world.server.onBlock = more -> {};
            world.step();
            assertThat(kept.limits).isEmpty();
        };
        world.run();

        assertThat(world.total().done()).isEqualTo(8);
        assertThat(world.total().failed()).isZero();
        assertThat(kept.limits).isNotEmpty();
        assertThat(kept.limits.getFirst()).isEqualTo(3);
    }

    @Test
    void aServerThatLetsNobodyInTeachesNothing() {
        world.server.places = 0;
        world.server.refusesConnections = true;
        addAll();
        world.run();
        assertThat(world.total().waiting()).isEqualTo(8);
        world.server.places = 100;
        world.pass(Duration.ofMinutes(1));

        assertThat(world.total().done()).isEqualTo(8);
        assertThat(kept.limits).isEmpty();
    }

    @Test
    void moreThatTheServerAllowsLaterIsKept() {
        kept.limits.add(1);
        addAll();
        assertThat(world.total().running()).isEqualTo(1);
        world.server.onBlock = bytes -> {
            world.server.onBlock = more -> {};
            world.pass(Duration.ofMinutes(5));
        };
        world.run();

        assertThat(kept.limits).startsWith(1, 2);
    }
}
