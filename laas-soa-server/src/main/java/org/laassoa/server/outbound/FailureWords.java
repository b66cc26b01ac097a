package org.laassoa.server.outbound;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.laassoa.server.language.Message;

/** Why a call failed, in words that a person can do something with. */
final class FailureWords {
  private FailureWords() {}

  /** The failure of a call to that host; no text of the other side stands in it. */
  static OutboundFailedException of(Throwable failure, String host) {
    String what =
        tls(failure)
            .orElseGet(
                () -> {
                  if (has(failure, TooLargeException.class)) {
                    return "%s answers with more than is read";
                  } else if (has(failure, TimeoutException.class)
                      || has(failure, SocketTimeoutException.class)
                      || has(failure, io.netty.channel.ConnectTimeoutException.class)) {
                    return "%s did not answer in time";
                  } else if (has(failure, NoRouteToHostException.class)) {
                    return "%s cannot be reached: there is no route to it";
                  } else if (has(failure, ConnectException.class)) {
                    return "%s refuses connections at this port";
                  } else if (has(failure, DecoderException.class)
                      || has(failure, IllegalArgumentException.class)) {
                    return "%s does not answer in HTTP";
                  }
                  return "%s ended the connection without an answer";
                });
    return new OutboundFailedException(Message.of(what, host));
  }

  private static Optional<String> tls(Throwable failure) {
    if (has(failure, NotSslRecordException.class)) {
      return Optional.of("%s does not speak TLS at this port: is it http instead of https?");
    }
    boolean named =
        causes(failure)
            .filter(CertificateException.class::isInstance)
            .anyMatch(cause -> String.valueOf(cause.getMessage()).startsWith("No "));
    if (named) {
      return Optional.of("%s has a TLS certificate for another name");
    }
    boolean untrusted =
        causes(failure)
            .anyMatch(
                cause ->
                    cause instanceof CertificateException
                        || cause instanceof java.security.cert.CertPathBuilderException
                        || cause instanceof java.security.cert.CertPathValidatorException);
    if (untrusted) {
      return Optional.of("%s has a TLS certificate that this server does not trust");
    }
    return has(failure, SSLException.class) ? Optional.of("%s failed at TLS") : Optional.empty();
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    return causes(failure).anyMatch(type::isInstance);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(10);
  }
}
