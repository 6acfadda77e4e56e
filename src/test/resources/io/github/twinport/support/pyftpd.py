# SPDX-License-Identifier: Apache-2.0
"""Serves one folder with pyftpdlib on one loopback address, giving up root's rights once the port and the key are open."""
import os
import sys

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.filesystems import AbstractedFS
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import FTPServer

root, host, port, first, last, user, password, security, certificate, tls, limit, system_id, extra = sys.argv[1:]

handler = FTPHandler
if security != "PLAIN":
    from OpenSSL import SSL
    from pyftpdlib.handlers import TLS_FTPHandler

    class SecureHandler(TLS_FTPHandler):
        certfile = certificate
        tls_control_required = True
        ssl_protocol = SSL.TLS_SERVER_METHOD
        ssl_options = SSL.OP_NO_SSLv2 | SSL.OP_NO_SSLv3 | SSL.OP_NO_TLSv1 | SSL.OP_NO_TLSv1_1
        if tls == "TLS_1_2":
            ssl_options |= SSL.OP_NO_TLSv1_3
        if tls == "TLS_1_3":
            ssl_options |= SSL.OP_NO_TLSv1_2

    handler = SecureHandler

    if security == "IMPLICIT_TLS":

        class ImplicitHandler(SecureHandler):
            def handle(self):
                self.secure_connection(self.ssl_context)

            def handle_ssl_established(self):
                TLS_FTPHandler.handle(self)

        handler = ImplicitHandler


class CaseBlind(AbstractedFS):
    """Takes names that differ by case for the same, as Windows and macOS do."""

    def ftp2fs(self, ftppath):
        found = self.root
        for name in self.ftpnorm(ftppath).split("/"):
            if name:
                held = os.listdir(found) if os.path.isdir(found) else []
                same = [each for each in held if each.casefold() == name.casefold()]
                found = os.path.join(found, same[0] if same else name)
        return found


if extra == "case-blind":
    handler.abstracted_fs = CaseBlind

authorizer = DummyAuthorizer()
authorizer.add_user(user, password, root, perm="elradfmwMT")
handler.authorizer = authorizer
handler.passive_ports = range(int(first), int(last) + 1)
handler.use_gmt_times = True

server = FTPServer((host, int(port)), handler)
if int(limit):
    server.max_cons = int(limit) + 1  # it counts its own listening socket
os.setgroups([])
os.setgid(int(system_id))
os.setuid(int(system_id))
os.umask(0o022)
server.serve_forever()
