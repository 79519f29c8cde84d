package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.pullquote.telegram.SendRules.Refusal;

/**
 * What waits for the bot, by the rules of {@code getUpdates}: offsets, and one poller at a time.
 */
final class PendingUpdates {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Integer, JsonNode> updates = new LinkedHashMap<>();
  private int nextId = 1000;
  private int polls;
  private boolean webhook;

  /** Adds an update, whatever is in it. */
  void add(String kind, JsonNode content) {
    lock.lock();
    try {
      put(nextId++, kind, content);
    } finally {
      lock.unlock();
    }
  }

  /** Adds a message again: as the last update, or as another one. */
  void repeat(JsonNode message, boolean sameUpdate) {
    lock.lock();
    try {
      put(sameUpdate ? nextId - 1 : nextId++, "message", message);
    } finally {
      lock.unlock();
    }
  }

  private void put(int id, String kind, JsonNode content) {
    ObjectNode update = JSON.createObjectNode().put("update_id", id);
    update.set(kind, content);
    updates.put(id, update);
    changed.signalAll();
  }

  /** Numbers what comes from now on from there, as after a week of silence. */
  void numberFrom(int id) {
    lock.lock();
    try {
      nextId = id;
    } finally {
      lock.unlock();
    }
  }

  /** The message of the update that was added last. */
  JsonNode lastMessage() {
    lock.lock();
    try {
      return updates.get(nextId - 1).path("message").deepCopy();
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return updates.size();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is left. */
  void awaitEmpty(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (!updates.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether they are brought to a webhook: none can be polled then. */
  void toWebhook(boolean set) {
    lock.lock();
    try {
      webhook = set;
    } finally {
      lock.unlock();
    }
  }

  /** The oldest update, if there is one and it is for the webhook. */
  Optional<JsonNode> firstForWebhook() {
    lock.lock();
    try {
      return webhook ? updates.values().stream().findFirst() : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** An update that the webhook has taken. */
  void taken(JsonNode update) {
    lock.lock();
    try {
      updates.remove(update.path("update_id").asInt());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Answers {@code getUpdates}. */
  ArrayNode poll(JsonNode request) throws Refusal, InterruptedException {
    lock.lock();
    try {
      refuseBesideWebhook();
      // As at Telegram, a later poll ends the one under way.
      int me = ++polls;
      int offset = request.path("offset").asInt();
      updates.keySet().removeIf(id -> id < offset);
      changed.signalAll();
      long left = TimeUnit.SECONDS.toNanos(request.path("timeout").asInt());
      while (updates.keySet().stream().noneMatch(id -> id >= offset) && left > 0 && me == polls) {
        left = changed.awaitNanos(left);
      }
      if (me != polls) {
        throw new Refusal(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot"
                + " instance is running");
      }
      List<JsonNode> batch =
          updates.entrySet().stream()
              .filter(update -> update.getKey() >= offset)
              .limit(request.path("limit").asInt(100))
              .map(Map.Entry::getValue)
              .toList();
      return JSON.createArrayNode().addAll(batch);
    } finally {
      lock.unlock();
    }
  }

  private void refuseBesideWebhook() throws Refusal {
    if (webhook) {
      throw new Refusal(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
              + " delete the webhook first");
    }
  }
}
