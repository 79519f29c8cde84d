package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pullquote.telegram.SendRules.Refusal;

/** The messages of the bot that were taken, and which questions they reply to, and how late. */
final class TakenMessages {

  private static final int TOO_MANY = 429;
  private static final long SECOND = 1_000_000_000L;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final SendRules rules = new SendRules();
  private final List<JsonNode> messages = new ArrayList<>();
  private final Map<Integer, Long> askedAt = new HashMap<>();
  private final Set<Integer> repliedTo = new HashSet<>();
  private final List<Double> latencies = new ArrayList<>();
  private final List<Long> takenAt = new ArrayList<>();
  private int tooMany;

  /** Changes what is taken. */
  void rule(Consumer<SendRules> change) {
    locked(() -> {
      change.accept(rules);
      return 0;
    });
  }

  /** Begins to wait for the reply to a question. */
  void asked(int question) {
    locked(() -> askedAt.put(question, System.nanoTime()));
  }

  /** Takes a message. */
  void take(JsonNode request) throws Refusal {
    lock.lock();
    try {
      long now = System.nanoTime();
      check(request, now);
      messages.add(request);
      takenAt.add(now);
      int question = request.path("reply_parameters").path("message_id").asInt();
      repliedTo.add(question);
      Long asked = askedAt.remove(question);
      if (asked != null) {
        latencies.add((now - asked) / 1e6);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void check(JsonNode request, long now) throws Refusal {
    try {
      rules.check(request, now);
    } catch (Refusal refusal) {
      tooMany += refusal.code == TOO_MANY ? 1 : 0;
      throw refusal;
    }
  }

  /** How many messages were refused because too many came. */
  int tooMany() {
    return locked(() -> tooMany);
  }

  /** The most messages that were taken within any second. */
  int mostInASecond() {
    return locked(() -> {
      int most = 0;
      int from = 0;
      for (int to = 0; to < takenAt.size(); to++) {
        while (takenAt.get(to) - takenAt.get(from) >= SECOND) {
          from++;
        }
        most = Math.max(most, to - from + 1);
      }
      return most;
    });
  }

  /** The requests that became messages, in order, whatever the bot learned of them. */
  List<JsonNode> all() {
    return locked(() -> List.copyOf(messages));
  }

  /** How many messages were replied to. */
  int repliedTo() {
    return locked(repliedTo::size);
  }

  /** How many messages wait for a reply. */
  int unanswered() {
    return locked(askedAt::size);
  }

  /** The milliseconds from each message to the first reply to it, since the last call of this. */
  List<Double> takeLatencies() {
    return locked(() -> {
      List<Double> taken = List.copyOf(latencies);
      latencies.clear();
      return taken;
    });
  }

  /** Waits until that many were taken. */
  List<JsonNode> await(int count, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (messages.size() < count && left > 0) {
        left = changed.awaitNanos(left);
      }
      return List.copyOf(messages);
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
