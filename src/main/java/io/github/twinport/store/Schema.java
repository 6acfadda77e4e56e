// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.store;

import java.sql.SQLException;
import java.util.List;

/**
 * The tables of the database as numbered steps. A step that has been released is never changed: a change is a further
 * step. How many a file has seen stands in its {@code user_version}.
 */
final class Schema {

    /** The steps of this version of the program; each may hold several statements, one per list element. */
    static final List<List<String>> STEPS = List.of(
            List.of("""
                    create table site (
                        id integer primary key,
                        name text not null,
                        folder text not null,
                        host text not null,
                        port integer not null,
                        security text not null,
                        user text not null,
                        anonymous integer not null,
                        data_mode text not null,
                        charset text not null,
                        local_folder text not null,
                        remote_folder text not null
                    ) strict
                    """, """
                    create table known_certificate (
                        host text not null,
                        port integer not null,
                        fingerprint text not null,
                        accepted_at integer not null,
                        primary key (host, port)
                    ) strict, without rowid
                    """, """
                    create table setting (
                        name text primary key,
                        value text not null
                    ) strict, without rowid
                    """),
            List.of("""
                    create table server_profile (
                        host text not null,
                        port integer not null,
                        user text not null,
                        data_method text not null,
                        extended_port_refused integer not null,
                        without_tls13 integer not null,
                        mlsd_refused integer not null,
                        hidden_files_refused integer not null,
                        learnt_at integer not null,
                        primary key (host, port, user)
                    ) strict, without rowid
                    """),
            List.of(
                    "alter table server_profile add column pipelining text not null default 'UNKNOWN'",
                    "alter table server_profile add column noop_in_transfers text not null default 'UNKNOWN'",
                    "alter table server_profile add column list_offset_seconds integer"),
            List.of("""
                    create table transfer_instance (
                        id integer primary key autoincrement,
                        host text not null,
                        pid integer not null,
                        started_at integer not null,
                        alive_at integer not null
                    ) strict
                    """, """
                    create table transfer_job (
                        id integer primary key,
                        owner integer not null,
                        command integer not null,
                        added_at integer not null,
                        place integer not null,
                        host text not null,
                        port integer not null,
                        security text not null,
                        user text not null,
                        data_mode text not null,
                        charset text not null,
                        direction text not null,
                        local text not null,
                        remote text not null,
                        type text not null,
                        rules text not null
                    ) strict
                    """, """
                    create table transfer (
                        id integer primary key,
                        parent integer not null,
                        folder integer not null,
                        status integer not null,
                        remote_name text not null,
                        local_name text,
                        kind text not null,
                        size integer not null,
                        modified integer,
                        modified_precision text,
                        target_free integer not null,
                        moved integer not null,
                        rule text,
                        partial_size integer,
                        partial_modified integer,
                        partial_precision text,
                        partial_complete integer,
                        what text,
                        advice text
                    ) strict
                    """, "create index transfer_parent on transfer (parent)"),
            List.of("""
                    create table vault (
                        id integer primary key check (id = 1),
                        salt blob not null,
                        rounds integer not null,
                        sealed_key blob not null
                    ) strict
                    """, """
                    create table password (
                        host text not null,
                        port integer not null,
                        security text not null,
                        user text not null,
                        sealed blob not null,
                        primary key (host, port, security, user)
                    ) strict, without rowid
                    """),
            List.of("alter table site add column options text not null default '{}'"),
            List.of("alter table transfer_job add column choice text not null default ''"),
            List.of(
                    "alter table server_profile add column connection_limit integer",
                    "alter table server_profile add column connection_limit_at integer"),
            List.of("alter table transfer_job add column priority text not null default 'NORMAL'"),
            List.of("alter table transfer add column permissions integer not null default -1"),
            List.of(
                    "alter table transfer add column attempts integer not null default 0",
                    "alter table transfer add column first_what text",
                    "create index transfer_failed on transfer (id) where status = 7"),
            List.of("alter table server_profile add column silent_start text not null default 'UNKNOWN'"),
            List.of(
                    "alter table transfer_job add column seed text not null default ''",
                    "alter table transfer add column partial_name text",
                    "alter table transfer add column aside_name text"),
            List.of("alter table vault add column version integer not null default 1"),
            List.of("alter table transfer_instance add column command integer not null default 0", """
                    create table transfer_claim (
                        owner integer not null,
                        job integer not null,
                        server text not null,
                        path text not null,
                        shown text not null
                    ) strict
                    """),
            List.of(
                    "alter table server_profile add column uploads text",
                    "alter table server_profile add column uploads_at integer"),
            List.of("alter table server_profile add column empty_sizes text not null default 'UNKNOWN'"));

    private Schema() {}

    /** The number of steps that a file has seen. */
    static int version(Transaction transaction) throws SQLException {
        return transaction.first("pragma user_version", row -> row.getInt(1)).orElseThrow();
    }

    /** Runs the steps that a file has not seen yet. All or none: the caller's transaction holds them together. */
    static void migrate(Transaction transaction, List<List<String>> steps) throws SQLException {
        for (int number = version(transaction); number < steps.size(); number++) {
            for (String statement : steps.get(number)) {
                transaction.update(statement);
            }
            transaction.update("pragma user_version = " + (number + 1));
        }
    }
}
