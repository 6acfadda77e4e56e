// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.client.ServerProfiles;
import io.github.twinport.ftp.client.UploadProfile;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * What the uploads of one queue learn about servers: at once known to all of its workers, and kept in the servers'
 * profiles. Any thread; blocks for as long as a disk does at the first look and at each change.
 */
final class UploadKnowledge {

    private final Map<ServerKey, UploadProfile> known = new ConcurrentHashMap<>();

    /** What is known about the server of a request. */
    UploadProfile of(TransferRequest request) {
        return known.computeIfAbsent(
                ServerKey.of(request), key -> profiles(request).uploads(key.server(), key.user()));
    }

    /** Takes note of something; whether that was news. */
    boolean learn(TransferRequest request, UnaryOperator<UploadProfile> lesson) {
        UploadProfile before = of(request);
        ServerKey key = ServerKey.of(request);
        UploadProfile after = known.compute(key, (same, now) -> lesson.apply(now == null ? before : now));
        if (after.equals(before)) {
            return false;
        }
        profiles(request).learntUploads(key.server(), key.user(), after);
        return true;
    }

    private static ServerProfiles profiles(TransferRequest request) {
        return request.connection().options().profiles();
    }
}
