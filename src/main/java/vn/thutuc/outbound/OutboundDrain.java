package vn.thutuc.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.clock.Now;

/**
 * Brings written acts out, on every node. An act is leased in one transaction, sent outside any,
 * and its outcome written in another: it is sent at least once, and its key lets the other side
 * take it once. A failed act becomes an incident and blocks nobody.
 */
@Service
public class OutboundDrain {

  private static final Logger LOG = LoggerFactory.getLogger(OutboundDrain.class);

  /** Not begun when less than this part of the lease is left: the answer would come too late. */
  private static final int LEAST_PART = 10;

  private final Channels channels;
  private final OutboundRows rows;
  private final OutboundSettings settings;
  private final FailedActs failed;
  private final Now now;
  private final TransactionTemplate transaction;
  private final String node = node();

  OutboundDrain(
      Channels channels,
      OutboundRows rows,
      OutboundSettings settings,
      FailedActs failed,
      Now now,
      PlatformTransactionManager transactions) {
    this.channels = channels;
    this.rows = rows;
    this.settings = settings;
    this.failed = failed;
    this.now = now;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Brings out what is due for every connected system.
   *
   * @return how many acts were tried
   */
  public int drain() {
    return channels.systems().stream().mapToInt(this::drain).sum();
  }

  /**
   * Brings out what is due for one system until nothing is.
   *
   * @return how many acts were tried
   * @throws IllegalStateException inside a transaction: what is sent cannot be rolled back
   */
  public int drain(String system) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Acts are sent outside any transaction");
    }
    Channel channel = channels.of(system).orElse(null);
    if (channel == null) {
      return 0;
    }
    String house = rows.house();
    int tried = 0;
    List<OutboundRows.Leased> leased;
    do {
      leased =
          transaction.execute(
              status -> rows.lease(system, node, settings.lease(), settings.batch(), house));
      tried += (int) leased.stream().filter(one -> isTried(channel, one)).count();
    } while (!leased.isEmpty() && !Thread.currentThread().isInterrupted());
    return tried;
  }

  /**
   * Whether it was tried; what the lease does not suffice for is left to whoever leases it next.
   */
  private boolean isTried(Channel channel, OutboundRows.Leased leased) {
    Instant at = now.instant();
    if (leased.leasedUntil().isBefore(at.plus(settings.lease().dividedBy(LEAST_PART)))) {
      return false;
    }
    if (leased.expiresAt() != null && !leased.expiresAt().isAfter(at)) {
      end(
          channel,
          leased.act(),
          ActState.EXPIRED,
          null,
          "Đã quá thời gian còn có ích nên không gửi.");
      return true;
    }
    record(channel, leased, outcome(channel, leased.act()));
    return true;
  }

  private static Outcome outcome(Channel channel, Sending act) {
    try {
      return channel.send(act);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.later("Việc gửi bị ngắt khi máy chủ dừng; sẽ gửi lại.");
    } catch (Exception e) {
      LOG.warn("Act {} to {} failed and is tried again", act.id(), channel.system(), e);
      return Outcome.later("Hệ thống nhận không trả lời hoặc trả lời lỗi; sẽ gửi lại.");
    }
  }

  private void record(Channel channel, OutboundRows.Leased leased, Outcome outcome) {
    Sending act = leased.act();
    if (outcome instanceof Outcome.Sent sent) {
      end(channel, act, ActState.SENT, sent.reference(), sent.words());
    } else if (outcome instanceof Outcome.Needless) {
      end(channel, act, ActState.NEEDLESS, null, outcome.words());
    } else if (outcome instanceof Outcome.Refused) {
      fail(channel, act, outcome.words());
    } else {
      later(channel, leased, outcome.words());
    }
  }

  private void later(Channel channel, OutboundRows.Leased leased, String words) {
    Instant due = now.instant().plus(settings.pause(leased.act().attempt()));
    if (due.isAfter(leased.triedSince().plus(settings.giveUpAfter()))) {
      fail(channel, leased.act(), "Đã thử %d lần. %s".formatted(leased.act().attempt(), words));
      return;
    }
    transaction.executeWithoutResult(status -> rows.later(leased.act(), node, due, words));
  }

  private void fail(Channel channel, Sending act, String words) {
    if (end(channel, act, ActState.FAILED, null, words)) {
      failed.raise(act.id(), act.number(), words);
    }
  }

  private boolean end(
      Channel channel, Sending act, ActState state, String reference, String words) {
    try {
      return Boolean.TRUE.equals(
          transaction.execute(
              status -> {
                boolean ours = rows.end(act, node, state, reference, words);
                if (ours) {
                  channel.ended(act, state);
                }
                return ours;
              }));
    } catch (RuntimeException e) {
      // What was sent is sent: that much is kept, and somebody looks why the rest was not.
      LOG.error("Act {} is {}, but what follows from it could not be written", act.id(), state, e);
      String noted = "Đã gửi đi nhưng hệ thống không ghi nhận được kết quả. Hãy báo quản trị viên.";
      transaction.executeWithoutResult(
          status -> rows.end(act, node, ActState.FAILED, reference, noted));
      failed.raise(act.id(), act.number(), noted);
      return false;
    }
  }

  private static String node() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "node";
    }
    String own = UUID.randomUUID().toString().substring(0, 8);
    return (host.length() > 40 ? host.substring(0, 40) : host) + "-" + own;
  }
}
