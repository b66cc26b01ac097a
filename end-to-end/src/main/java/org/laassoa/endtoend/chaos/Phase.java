package org.laassoa.endtoend.chaos;

import java.util.function.Predicate;
import org.laassoa.endtoend.relay.Exchange;

/** The named phases of an action's life at which something is broken. */
enum Phase {
  BEFORE_CLAIM("before a claim", Place.REQUEST, Phase::isPoll),
  CLAIM_ANSWER("a claim committed, its answer lost", Place.ANSWER, Phase::handsOut),
  UNACKNOWLEDGED("taken, not acknowledged", Place.AFTER_ANSWER, Phase::handsOut),
  CHECKOUT("during a checkout", Place.HALF_ANSWER, Phase::sendsObjects),
  SCRIPT("while a script runs", Place.REQUEST, Phase::hasScriptOutput),
  LOG_REQUEST("log bytes half sent", Place.HALF_REQUEST, Phase::hasScriptOutput),
  LOG_ANSWER("log bytes stored, the answer lost", Place.ANSWER, Phase::logStored),
  BEFORE_COMPLETE("before the end is reported", Place.REQUEST, Phase::reportsEnd),
  COMPLETE_ANSWER("the end stored, the answer lost", Place.ANSWER, Phase::endStored),
  CANCEL("during a cancel", Place.ANSWER, Phase::ordersCancel),
  SERVER_START("while a server starts", Place.OUTSIDE, exchange -> false),
  ANY_TIME("at a random time", Place.OUTSIDE, exchange -> false);

  /** What of an exchange stands still while something is broken, and is cut after. */
  enum Place {
    /** The request, before the server knows of it. */
    REQUEST,
    /** The request, of which the server gets half. */
    HALF_REQUEST,
    /** The answer, before the client knows of it. */
    ANSWER,
    /** The answer, of which the client gets half when nothing else is broken. */
    HALF_ANSWER,
    /** The client's next request after such an answer, whatever it is. */
    AFTER_ANSWER,
    /** Nothing: the phase is not one of an exchange. */
    OUTSIDE
  }

  private final String words;
  private final Place place;
  private final Predicate<Exchange> recognised;

  Phase(String words, Place place, Predicate<Exchange> recognised) {
    this.words = words;
    this.place = place;
    this.recognised = recognised;
  }

  /** As the printed line has it. */
  String words() {
    return words;
  }

  Place place() {
    return place;
  }

  /** Whether an exchange is in this phase, seen from between agent and server. */
  boolean recognises(Exchange exchange) {
    return recognised.test(exchange);
  }

  private static boolean isPoll(Exchange exchange) {
    return exchange.isTo("/consume_action");
  }

  private static boolean handsOut(Exchange exchange) {
    return isPoll(exchange) && exchange.answeredWith("\"lease_seconds\"");
  }

  private static boolean ordersCancel(Exchange exchange) {
    return isPoll(exchange) && exchange.answeredWith("\"cancel\"");
  }

  /** More than a list of refs. */
  private static boolean sendsObjects(Exchange exchange) {
    return exchange.request().path().endsWith("/git-upload-pack")
        && exchange.answer() != null
        && exchange.answer().body().length > ChaosProjects.CONTENT_BYTES / 4;
  }

  private static boolean hasScriptOutput(Exchange exchange) {
    return exchange.isTo("/log_data")
        && exchange.request().bodyText().contains(PlannedBuild.FIRST_WORDS);
  }

  private static boolean logStored(Exchange exchange) {
    return hasScriptOutput(exchange) && exchange.answeredWith("\"offset\"");
  }

  private static boolean reportsEnd(Exchange exchange) {
    return exchange.isTo("/complete_action");
  }

  private static boolean endStored(Exchange exchange) {
    return reportsEnd(exchange) && exchange.answeredWith("\"state\"");
  }
}
