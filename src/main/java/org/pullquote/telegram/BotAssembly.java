package org.pullquote.telegram;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.Articles;
import org.pullquote.chat.Command;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Conversations;
import org.pullquote.store.SqlStore;
import org.pullquote.telegram.delivery.BotMetrics;
import org.pullquote.telegram.delivery.Connections;
import org.pullquote.telegram.delivery.Delivery;
import org.pullquote.telegram.delivery.FleetingCalls;
import org.pullquote.telegram.delivery.Pseudonyms;
import org.pullquote.telegram.delivery.RateLimits;
import org.pullquote.telegram.delivery.SentFiles;
import org.pullquote.telegram.delivery.TextHash;
import org.pullquote.telegram.dialogue.Addressing;
import org.pullquote.telegram.dialogue.AnswerContent;
import org.pullquote.telegram.dialogue.ConversationMemory;
import org.pullquote.telegram.dialogue.Editors;
import org.pullquote.telegram.dialogue.InlineAnswers;
import org.pullquote.telegram.dialogue.Keyboards;
import org.pullquote.telegram.dialogue.LocalConversations;
import org.pullquote.telegram.dialogue.MapPicture;
import org.pullquote.telegram.dialogue.PressHandler;
import org.pullquote.telegram.dialogue.SharedConversations;
import org.pullquote.telegram.dialogue.Suggestions;
import org.pullquote.telegram.dialogue.UpdateHandler;
import org.pullquote.telegram.intake.ChatQueues;
import org.pullquote.telegram.intake.FloodGate;
import org.pullquote.telegram.intake.Intake;
import org.pullquote.telegram.intake.Lanes;
import org.pullquote.telegram.intake.LocalLanes;
import org.pullquote.telegram.intake.Replies;
import org.pullquote.telegram.intake.SharedLanes;
import org.telegram.telegrambots.meta.api.objects.User;

/** Puts the parts of a bot together, for a process that works alone and for one of several. */
final class BotAssembly implements AutoCloseable {

  /** Conversations remembered at once; a longer silent one begins anew. */
  private static final int MOST_CONVERSATIONS = 10_000;

  private static final int SALT_BYTES = 16;

  private final BotSettings settings;
  private final Articles articles;
  private final @Nullable Editing editing;
  private final Connections connections;
  private final SqlStore store;
  private final Sharing sharing;
  private final ChatQueues queues;
  private final FleetingCalls calls;
  private final BotMetrics metrics;
  private final ExecutorService processors;
  private final InstantSource clock;
  private @Nullable SharedLanes shared;

  BotAssembly(
      BotSettings settings,
      Articles articles,
      @Nullable Editing editing,
      Connections connections,
      SqlStore store,
      Sharing sharing,
      ChatQueues queues,
      FleetingCalls calls,
      BotMetrics metrics,
      ExecutorService processors,
      InstantSource clock) {
    this.settings = settings;
    this.articles = articles;
    this.editing = editing;
    this.connections = connections;
    this.store = store;
    this.sharing = sharing;
    this.queues = queues;
    this.calls = calls;
    this.metrics = metrics;
    this.processors = processors;
    this.clock = clock;
  }

  /**
   * Begins with what waits in the store; what this returns takes in what comes.
   *
   * @throws InterruptedException if the thread is interrupted while the queue is full
   */
  Intake begin(User me) throws InterruptedException {
    Pseudonyms pseudonyms = pseudonyms();
    Addressing addressing = new Addressing(me.getId(), me.getUserName(), Command.words());
    Keyboards keyboards = new Keyboards(Boolean.TRUE.equals(me.getSupportInlineQueries()));
    InlineAnswers inline = new InlineAnswers(articles, store.choices());
    MapPicture pictures = new MapPicture();
    TextHash hashes = new TextHash(store.key());
    Editors editors = editors();
    UpdateHandler handler =
        new UpdateHandler(
            addressing,
            conversations(),
            keyboards,
            inline,
            store.choices(),
            editors,
            pictures,
            hashes,
            AnswerContent::newId);
    PressHandler presses =
        new PressHandler(
            articles,
            store.choices(),
            store.answers(),
            keyboards,
            pictures,
            addressing,
            editors,
            hashes,
            clock);
    Delivery delivery = delivery(pseudonyms);
    Replies replies =
        new Replies(
            handler,
            presses,
            store,
            store.answers(),
            calls,
            delivery,
            metrics,
            clock,
            settings.tooOld(),
            processors,
            pseudonyms,
            sharing.member().isPresent(),
            Thread::sleep);
    return new Intake(
        store,
        lanes(replies, delivery),
        queues,
        new FloodGate(settings.userPerMinute(), TimeMeter.SYSTEM_NANOTIME),
        handler,
        replies,
        new Suggestions(inline, calls, metrics, processors),
        metrics,
        clock);
  }

  private static Pseudonyms pseudonyms() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return new Pseudonyms(salt);
  }

  private Editors editors() {
    return new Editors(
        editing == null ? Set.of() : editing.admins(),
        editing == null ? null : editing.desk(),
        new SentFiles(connections.sending(), connections::file));
  }

  private ConversationMemory conversations() {
    return sharing.member().isPresent()
        ? new SharedConversations(store.conversations(), articles, clock)
        : new LocalConversations(
            new Conversations<>(
                MOST_CONVERSATIONS,
                ConversationMemory.SILENCE,
                Ticker.systemTicker(),
                () -> new Conversation(articles, Locale.ENGLISH)));
  }

  private Delivery delivery(Pseudonyms pseudonyms) {
    RateLimits limits =
        new RateLimits(
            settings.rates(), TimeMeter.SYSTEM_NANOTIME, BlockingStrategy.PARKING, sharing.limit());
    return new Delivery(
        connections.sending(),
        store,
        limits,
        metrics,
        clock,
        settings.tooOld(),
        pseudonyms,
        sharing.ownership(),
        Thread::sleep);
  }

  private Lanes lanes(Replies replies, Delivery delivery) throws InterruptedException {
    Sharing.Member member = sharing.member().orElse(null);
    if (member == null) {
      LocalLanes lanes = new LocalLanes(store, queues, replies, delivery);
      lanes.resume();
      return lanes;
    }
    SharedLanes lanes =
        new SharedLanes(
            member.store(),
            member.membership().replica(),
            queues,
            replies,
            delivery,
            System::nanoTime);
    shared = lanes;
    return lanes;
  }

  /** Takes up nothing more. */
  @Override
  public void close() {
    if (shared != null) {
      shared.close();
    }
  }
}
