// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes times as nanoseconds since 1970; a time too far off for that is not kept. */
final class TimeCode {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long FURTHEST = Long.MAX_VALUE / SECOND - 1;

    private TimeCode() {}

    static @Nullable Long nanos(@Nullable Timestamp time) {
        if (time == null || Math.abs(time.instant().getEpochSecond()) > FURTHEST) {
            return null;
        }
        return ChronoUnit.NANOS.between(Instant.EPOCH, time.instant());
    }

    static @Nullable String precision(@Nullable Timestamp time) {
        return time == null ? null : time.precision().name();
    }

    static @Nullable Timestamp read(ResultSet row, String nanosColumn, String precisionColumn) throws SQLException {
        long nanos = row.getLong(nanosColumn);
        if (row.wasNull()) {
            return null;
        }
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
        @Nullable String kept = row.getString(precisionColumn);
        for (Precision precision : Precision.values()) {
            if (precision.name().equals(kept)) {
                return new Timestamp(instant, precision);
            }
        }
        return null;
    }
}
