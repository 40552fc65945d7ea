package fr.suiviclauses.demarrage;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Whether the port of the settings is free. */
final class VerificationPort {

    private VerificationPort() {}

    static void verify(Environment environment) {
        Binder reglages = Binder.get(environment);
        int port = reglages.bind("server.port", Integer.class).orElse(8080);
        if (port <= 0 || "none".equals(environment.getProperty("spring.main.web-application-type"))) {
            return;
        }
        if (port > 65535) {
            throw new DemarrageException(
                    "SERVER_PORT vaut " + port + ", qui n'est pas un port : choisissez-en un entre 1024 et 65535.");
        }
        InetAddress address = reglages.bind("server.address", InetAddress.class).orElse(null);
        try (ServerSocket socket = new ServerSocket()) {
            // As Tomcat binds: a port that the previous program has just left is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (BindException e) {
            throw occupe(port, e);
        } catch (IOException e) {
            throw new DemarrageException(
                    "Suivi Clauses ne peut pas écouter le port " + port + " (" + e.getMessage()
                            + ") : choisissez-en un autre avec SERVER_PORT.",
                    e);
        }
    }

    static DemarrageException occupe(int port, @Nullable Throwable cause) {
        boolean reserve = cause != null && String.valueOf(cause.getMessage()).contains("ermission denied");
        return new DemarrageException(
                reserve
                        ? "Le port " + port
                                + " est réservé aux comptes d'administration de la machine : choisissez-en un"
                                + " autre avec SERVER_PORT, par exemple SERVER_PORT=8080."
                        : "Le port " + port
                                + " est déjà pris par un autre programme : arrêtez-le, ou choisissez un autre"
                                + " port avec SERVER_PORT, par exemple SERVER_PORT=" + (port < 65535 ? port + 1 : 8080)
                                + ".",
                cause);
    }
}
