package org.laassoa.server.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.action.Ownership;
import org.laassoa.server.action.QueueFixture;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

@ExtendWith(RealPostgres.class)
class LogStoreTest {

  private QueueFixture world;
  private LogStore log;
  private Ownership owner;

  @BeforeEach
  void oneOwnedAction(Transactions transactions) {
    world = new QueueFixture(transactions);
    log = new LogStore(transactions, world.queue, QueueFixture.config());
    ActionId action = world.enqueue();
    long agent = world.agent();
    world.claim(agent);
    owner = new Ownership(action, 1, agent);
  }

  @Test
  void bytes_are_stored_as_they_came() {
    byte[] bytes = new byte[3_000_000];
    new Random(1).nextBytes(bytes);

    Append result = log.append(owner, 0, bytes);

    assertThat(result).isEqualTo(new Append.Stored(bytes.length));
    assertThat(log.sha256(owner)).isEqualTo(sha256(bytes));
  }

  @Test
  void the_first_bytes_acknowledge_the_action() {
    log.append(owner, 0, "hello".getBytes(UTF_8));

    assertThat(world.state(owner.action())).isEqualTo(ActionState.RUNNING);
  }

  @Test
  void bytes_that_are_there_already_are_dropped() {
    log.append(owner, 0, "hello".getBytes(UTF_8));

    Append result = log.append(owner, 0, "hello".getBytes(UTF_8));

    assertThat(result).isEqualTo(new Append.Stored(5));
    assertThat(whole()).isEqualTo("hello");
  }

  @Test
  void of_bytes_that_overlap_only_the_new_ones_are_taken() {
    log.append(owner, 0, "hello".getBytes(UTF_8));

    Append result = log.append(owner, 3, "lo, world".getBytes(UTF_8));

    assertThat(result).isEqualTo(new Append.Stored(12));
    assertThat(whole()).isEqualTo("hello, world");
  }

  @Test
  void a_gap_is_refused_with_the_byte_wanted() {
    log.append(owner, 0, "hello".getBytes(UTF_8));

    Append result = log.append(owner, 6, "world".getBytes(UTF_8));

    assertThat(result).isEqualTo(new Append.Gap(5));
    assertThat(whole()).isEqualTo("hello");
  }

  @Test
  void a_former_owner_is_refused() {
    world.expire(owner.action());
    world.queue.reap();

    Append result = log.append(owner, 0, "late".getBytes(UTF_8));

    assertThat(result).isEqualTo(new Append.Superseded());
    assertThat(log.length(owner.action(), 1)).isZero();
  }

  @Test
  void a_log_that_grows_beyond_its_limit_is_refused() {
    Append result = log.append(owner, 0, new byte[10_000_001]);

    assertThat(result).isEqualTo(new Append.TooLong(10_000_000));
  }

  @Test
  void a_read_begins_and_ends_anywhere() {
    log.append(owner, 0, "0123456789".getBytes(UTF_8));
    log.append(owner, 10, "abcdefghij".getBytes(UTF_8));

    byte[] inSecond = read(12, 3);

    assertThat(inSecond).asString(UTF_8).isEqualTo("cde");
    assertThat(read(8, 100)).asString(UTF_8).isEqualTo("89abcdefghij");
    assertThat(read(20, 100)).isEmpty();
    assertThat(log.open(owner.action(), 2)).isEmpty();
  }

  private byte[] read(long offset, long most) {
    return log.open(owner.action(), owner.attempt()).orElseThrow().read(offset, most);
  }

  private String whole() {
    return new String(read(0, LogStore.READ_BYTES), UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
