package org.laassoa.builder.server;

/** A call to the server brought no answer that can be used. Messages carry no token. */
public abstract sealed class ServerFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private ServerFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** Nobody answered, or only an error of the server's own (5xx, 429): trying again may help. */
  public static final class ServerUnreachable extends ServerFailure {
    private static final long serialVersionUID = 1L;

    private final boolean cutShort;

    /** A failure that may pass. */
    public ServerUnreachable(String message, Throwable cause) {
      this(message, false, cause);
    }

    /**
     * A failure that may pass.
     *
     * @param cutShort see {@link #cutShort}
     */
    public ServerUnreachable(String message, boolean cutShort, Throwable cause) {
      super(message, cause);
      this.cutShort = cutShort;
    }

    /**
     * Whether something between agent and server may have lost patience: the connection ended
     * without an answer, or a gateway answered that the server did not.
     */
    public boolean cutShort() {
      return cutShort;
    }
  }

  /** 401: the server does not know this agent's token (any more). Trying again never helps. */
  public static final class TokenRefused extends ServerFailure {
    private static final long serialVersionUID = 1L;

    /** A refusal for good. */
    public TokenRefused(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Another 4xx: the server understood the request and will not do it. */
  public static final class RequestRefused extends ServerFailure {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final long offset;

    /**
     * A refusal of this one request.
     *
     * @param type the problem's URN, or empty when the answer was no problem
     * @param offset the next log byte wanted, or 0 when the problem is not about that
     */
    public RequestRefused(String message, String type, long offset, Throwable cause) {
      super(message, cause);
      this.type = type;
      this.offset = offset;
    }

    /** The problem's URN, or empty when the answer was no problem. */
    public String type() {
      return type;
    }

    /** The next log byte wanted, or 0 when the problem is not about that. */
    public long offset() {
      return offset;
    }
  }
}
