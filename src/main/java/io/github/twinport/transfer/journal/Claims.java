// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import io.github.twinport.files.EntryName;
import io.github.twinport.store.Transaction;
import io.github.twinport.transfer.TargetHolder;
import io.github.twinport.transfer.TransferRequest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which targets the instances that share a profile write just now. Two that overlap are never written at once. Inside
 * transactions of the journal.
 */
final class Claims {

    /** A target as the table has it: a server and a user, or nothing for this computer, and names from the root down. */
    private record Place(String server, String path) {

        static Place of(TransferRequest request) {
            return switch (request.direction()) {
                case DOWNLOAD -> new Place("", text(names(request.local())));
                case UPLOAD ->
                    new Place(
                            request.connection().credentials().user() + "@"
                                    + request.connection().server().hostAndPort(),
                            text(request.remote().segments()));
            };
        }

        boolean overlaps(Place other) {
            return server.equals(other.server) && (path.startsWith(other.path) || other.path.startsWith(path));
        }

        private static List<String> names(Path path) {
            Path whole = path.toAbsolutePath().normalize();
            List<String> names = new ArrayList<>(List.of(String.valueOf(whole.getRoot())));
            whole.forEach(name -> names.add(name.toString()));
            return names;
        }

        /** With an end behind each name, so that no name is the beginning of another. */
        private static String text(List<String> names) {
            StringBuilder text = new StringBuilder();
            names.forEach(name -> text.append(NameCode.encode(name)).append('\n'));
            return text.toString();
        }
    }

    private record Claim(Place place, TargetHolder holder) {}

    private Claims() {}

    /**
     * Takes the targets of requests for a job of an instance, or none of them when somebody else has one.
     *
     * @return who has it
     */
    static Optional<TargetHolder> take(Transaction transaction, long owner, long job, List<TransferRequest> requests)
            throws SQLException {
        List<Place> places = requests.stream().map(Place::of).toList();
        Optional<TargetHolder> holder = others(transaction, owner).stream()
                .filter(claim -> places.stream().anyMatch(claim.place()::overlaps))
                .map(Claim::holder)
                .findFirst();
        if (holder.isEmpty()) {
            for (int i = 0; i < places.size(); i++) {
                transaction.update(
                        "insert into transfer_claim (owner, job, server, path, shown) values (?, ?, ?, ?, ?)",
                        owner,
                        job,
                        places.get(i).server(),
                        places.get(i).path(),
                        shown(requests.get(i)));
            }
        }
        return holder;
    }

    /** Gives the targets of jobs of an instance back. */
    static void release(Transaction transaction, long owner, List<Long> jobs) throws SQLException {
        transaction.updateAll(
                "delete from transfer_claim where owner = ? and job = ?",
                jobs.stream().map(job -> List.of(owner, job)).toList());
    }

    /** Gives all targets of an instance back. */
    static void releaseAll(Transaction transaction, long owner) throws SQLException {
        transaction.update("delete from transfer_claim where owner = ?", owner);
    }

    /** An instance goes on under another number. */
    static void renew(Transaction transaction, long owner, long renewed) throws SQLException {
        transaction.update("update transfer_claim set owner = ? where owner = ?", renewed, owner);
    }

    private static List<Claim> others(Transaction transaction, long owner) throws SQLException {
        return transaction.query(
                "select server, path, shown, pid, command from transfer_claim "
                        + "join transfer_instance on transfer_instance.id = transfer_claim.owner where owner <> ?",
                row -> new Claim(
                        new Place(row.getString("server"), row.getString("path")),
                        new TargetHolder(row.getLong("pid"), row.getInt("command") != 0, row.getString("shown"))),
                owner);
    }

    private static String shown(TransferRequest request) {
        return EntryName.escaped(
                switch (request.direction()) {
                    case DOWNLOAD -> request.local().toString();
                    case UPLOAD -> request.remote().toString();
                });
    }
}
