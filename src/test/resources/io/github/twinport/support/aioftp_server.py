# SPDX-License-Identifier: Apache-2.0
"""Serves one folder with aioftp on one loopback address, giving up root's rights once the port is open."""
import asyncio
import logging
import os
import sys

import aioftp

root, host, port, first, last, user, password, limit, encoding, system_id = sys.argv[1:]
logging.basicConfig(level=logging.WARNING)


async def serve():
    server = aioftp.Server(
        [aioftp.User(user, password, base_path=root, home_path="/")],
        maximum_connections=int(limit) or None,
        data_ports=range(int(first), int(last) + 1),
        encoding=encoding,
    )
    await server.start(host, int(port))
    os.setgroups([])
    os.setgid(int(system_id))
    os.setuid(int(system_id))
    os.umask(0o022)
    await server.serve_forever()


asyncio.run(serve())
