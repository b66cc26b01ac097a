package org.laassoa.endtoend.relay;

/** Looks at everything that passes a relay; may take its time, and then says how much passes. */
public interface Trap {

  /** A trap that nothing falls into. */
  Trap NONE =
      new Trap() {
        @Override
        public Passage request(Exchange exchange) {
          return new Passage.Whole();
        }

        @Override
        public Passage answer(Exchange exchange) {
          return new Passage.Whole();
        }
      };

  /** A request has come in whole; the server knows nothing of it yet. */
  Passage request(Exchange exchange);

  /** The server has answered; the client knows nothing of it yet. */
  Passage answer(Exchange exchange);
}
