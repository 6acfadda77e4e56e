// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** The simplest FTP client, lines out and lines in, for tests of the fixtures themselves. */
final class TestClient implements AutoCloseable {

    private static final int PATIENCE = (int) ScriptedServer.PATIENCE.toMillis();

    private Socket socket;
    private BufferedReader in;

    TestClient(String host, int port) throws IOException {
        socket = new Socket(Loopback.address(host), port);
        socket.setSoTimeout(PATIENCE);
        in = reader(socket);
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The next line; null at the end of the connection. */
    String line() throws IOException {
        return in.readLine();
    }

    /** The last line of the next reply; null at the end of the connection. */
    String reply() throws IOException {
        String line = in.readLine();
        while (line != null && !line.matches("\\d\\d\\d( .*)?")) {
            line = in.readLine();
        }
        return line;
    }

    /** Sends a command and reads the last line of its reply. */
    String say(String line) throws IOException {
        send(line);
        return reply();
    }

    /** Sends a command. */
    void send(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Makes the TLS handshake, trusting the test authority and checking the name. */
    void startTls() throws IOException {
        var secured = (SSLSocket) TestCertificates.get()
                .clientContext()
                .getSocketFactory()
                .createSocket(socket, "localhost", socket.getPort(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        socket = secured;
        in = reader(secured);
    }

    String tlsProtocol() {
        return ((SSLSocket) socket).getSession().getProtocol();
    }

    /** Connects to the port of a 229 reply. */
    Socket data(String extendedPassiveReply) throws IOException {
        return new Socket(
                socket.getInetAddress(), Integer.parseInt(extendedPassiveReply.split("\\|", -1)[3]));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
