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

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final SendRules rules = new SendRules();
  private final List<JsonNode> messages = new ArrayList<>();
  private final Map<Integer, Long> askedAt = new HashMap<>();
  private final Set<Integer> repliedTo = new HashSet<>();
  private final List<Double> latencies = new ArrayList<>();

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
      rules.check(request, now);
      messages.add(request);
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
