# SPDX-License-Identifier: Apache-2.0
"""Starts a program for every connection to one port, with the connection as its standard input and output."""
import os
import signal
import socket
import sys

host, port, program, *words = sys.argv[1:]

family = socket.AF_INET6 if ":" in host else socket.AF_INET
listener = socket.socket(family, socket.SOCK_STREAM)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind((host, int(port)))
listener.listen(64)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries the children
while True:
    connection, _ = listener.accept()
    if os.fork() == 0:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        listener.close()
        for descriptor in (0, 1, 2):
            os.dup2(connection.fileno(), descriptor)
        connection.close()
        os.execv(program, words)
    connection.close()
