package org.pullquote.telegram;

import org.pullquote.telegram.dialogue.Addressing;
import org.pullquote.telegram.dialogue.AnswerContent;
import org.pullquote.telegram.delivery.BotMetrics;
import org.pullquote.telegram.intake.ChatQueues;
import org.pullquote.telegram.delivery.ChatOwnership;
import org.pullquote.telegram.delivery.Delivery;
import org.pullquote.telegram.delivery.FleetingCalls;
import org.pullquote.telegram.intake.FloodGate;
import org.pullquote.telegram.dialogue.IncomingUpdate;
import org.pullquote.telegram.dialogue.Editors;
import org.pullquote.telegram.dialogue.InlineAnswers;
import org.pullquote.telegram.intake.Intake;
import org.pullquote.telegram.intake.LocalLanes;
import org.pullquote.telegram.dialogue.LocalConversations;
import org.pullquote.telegram.dialogue.Keyboards;
import org.pullquote.telegram.intake.Poller;
import org.pullquote.telegram.dialogue.MapPicture;
import org.pullquote.telegram.dialogue.PressHandler;
import org.pullquote.telegram.delivery.Pseudonyms;
import org.pullquote.telegram.delivery.RateLimits;
import org.pullquote.telegram.delivery.SentFiles;
import org.pullquote.telegram.intake.RawUpdate;
import org.pullquote.telegram.intake.Replies;
import org.pullquote.telegram.delivery.StoredRequest;
import org.pullquote.telegram.dialogue.Suggestions;
import org.pullquote.telegram.delivery.TextHash;
import org.pullquote.telegram.dialogue.UpdateHandler;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pullquote.Fixtures;
import org.pullquote.answer.AnswerModel;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.chat.Command;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Conversations;
import org.pullquote.chat.Articles;
import org.pullquote.chat.Choice;
import org.pullquote.chat.Guide;
import org.pullquote.chat.Page;
import org.pullquote.chat.Reply;
import org.pullquote.chat.ShownAnswer;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.LuceneSearch;
import org.pullquote.store.SqlStore;
import org.pullquote.store.Arrival.MessageKey;
import org.pullquote.telegram.dialogue.IncomingUpdate.Pressed;
import org.pullquote.telegram.dialogue.IncomingUpdate.Typed;
import org.pullquote.telegram.dialogue.IncomingUpdate.UnreadableException;
import org.pullquote.telegram.dialogue.IncomingUpdate.Written;
import org.pullquote.telegram.delivery.RateLimits.Rates;
import org.pullquote.telegram.StoreView.Kept;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The bot as it runs, from the intake of an update to the message that is sent, but for the
 * network: Telegram takes everything at once, and time passes as fast as it can. The store is a
 * real one, of which each bot leaves nothing to the next.
 */
final class FuzzedBot implements AutoCloseable {

  static final long ID = 4242;
  static final String NAME = "pullquote_bot";
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  /** Of an article of one line, and by words: what counts here is not which answer is found. */
  private static final Answerer ANSWERER =
      byWords(Fixtures.paragraphs("Sergei Shoigu laid a wreath in Pyongyang."));

  private static final Articles ARTICLES = new Articles(new Guide(ANSWERER));
  private static final Keyboards KEYBOARDS = new Keyboards(true);
  private static final MapPicture PICTURES = new MapPicture();
  private static final TextHash HASHES = new TextHash(new byte[1]);
  private static final Addressing ADDRESSING = new Addressing(ID, NAME, Command.words());
  private static final Editors EDITORS =
      new Editors(Set.of(), null, new SentFiles(client(request -> Boolean.TRUE), path -> InputStream.nullInputStream()));
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration TOO_OLD = Duration.ofHours(1);
  private static final Logger OURS = Logger.getLogger("org.pullquote");
  private static final ExecutorService PROCESSOR =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon(true).factory());
  private static final Path FILE = folder().resolve("fuzzed.sqlite");
  private static final SqlStore STORE = SqlStore.open(FILE, () -> NOW);
  private static final StoreView VIEW = new StoreView(FILE);

  static {
    // What is put aside is logged, and here that is most of it.
    OURS.setLevel(Level.SEVERE);
  }

  private final ManualTime time = new ManualTime();
  private final ChatQueues queues = new ChatQueues(100_000, Duration.ZERO);
  private final UpdateHandler handler = handler(ANSWERER);
  private final BotMetrics metrics = new BotMetrics(new SimpleMeterRegistry());
  private final Intake intake = intake();
  private final List<JsonNode> sent = new CopyOnWriteArrayList<>();
  private final List<RawUpdate> taken = new ArrayList<>();

  /** Answers requests in Telegram's place. */
  interface Server {
    Object answer(BotApiMethod<?> request) throws TelegramApiException;
  }

  /** Answers without the model. */
  static Answerer byWords(Article article) {
    WhoIsWho names = WhoIsWho.of(article, List.of());
    return new Answerer(
        article,
        names,
        new LuceneSearch(
            article, article.passages().stream().map(names::otherNames).toList(), null),
        AnswerModel.byWords(),
        AnswerPolicy.DEFAULT);
  }

  /** In memory where there is such a folder: thousands of transactions a second are waited for. */
  private static Path folder() {
    Path memory = Path.of("/dev/shm");
    try {
      Path folder =
          Files.isWritable(memory)
              ? Files.createTempDirectory(memory, "pullquote-fuzz")
              : Files.createTempDirectory("pullquote-fuzz");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(folder.toFile())));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void clear(File file) {
    File[] children = file.listFiles();
    for (File child : children == null ? new File[0] : children) {
      clear(child);
    }
    file.delete();
  }

  static UpdateHandler handler(Answerer answerer) {
    Articles articles = new Articles(new Guide(answerer));
    return new UpdateHandler(
        ADDRESSING,
        new LocalConversations(
            new Conversations<>(
                100,
                Duration.ofHours(1),
                Ticker.systemTicker(),
                () -> new Conversation(articles, Locale.ENGLISH))),
        KEYBOARDS,
        new InlineAnswers(articles, STORE.choices()),
        STORE.choices(),
        EDITORS,
        PICTURES,
        HASHES,
        AnswerContent::newId);
  }

  /** A page of an answer about an article of two paragraphs. */
  static Optional<Reply> page(Page page) {
    ShownAnswer shown =
        new ShownAnswer(
            ANSWERER.article().edition(), ShownAnswer.Kind.PASSAGE, List.of(), List.of("p1"), 1, null);
    return ARTICLES.page(shown, page, Choice.STANDARD, Fixtures.MESSAGES);
  }

  static TelegramClient client(Server server) {
    return (TelegramClient)
        Proxy.newProxyInstance(
            FuzzedBot.class.getClassLoader(),
            new Class<?>[] {TelegramClient.class},
            (proxy, method, arguments) -> server.answer((BotApiMethod<?>) arguments[0]));
  }

  private Intake intake() {
    Pseudonyms pseudonyms = new Pseudonyms(new byte[1]);
    TelegramClient client = client(this::take);
    FleetingCalls calls = new FleetingCalls(client, metrics);
    Delivery delivery =
        new Delivery(
            client,
            STORE,
            new RateLimits(new Rates(30, Duration.ofSeconds(1), 20), time, time),
            metrics,
            () -> NOW,
            TOO_OLD,
            pseudonyms,
            ChatOwnership.ALL,
            time::pass);
    Replies replies =
        new Replies(
            handler,
            new PressHandler(
                ARTICLES,
                STORE.choices(),
                STORE.answers(),
                KEYBOARDS,
                PICTURES,
                ADDRESSING,
                EDITORS,
                HASHES,
                () -> NOW),
            STORE,
            STORE.answers(),
            calls,
            delivery,
            metrics,
            () -> NOW,
            TOO_OLD,
            PROCESSOR,
            pseudonyms,
            false,
            time::pass);
    return new Intake(
        STORE,
        new LocalLanes(STORE, queues, replies, delivery),
        queues,
        new FloodGate(30, time),
        handler,
        replies,
        new Suggestions(new InlineAnswers(ARTICLES, STORE.choices()), calls, metrics, PROCESSOR),
        metrics,
        () -> NOW);
  }

  /** Telegram takes everything; what is kept of it is what says something. */
  private Object take(BotApiMethod<?> request) {
    return !(request instanceof StoredRequest said) || sent.add(said.parameters());
  }

  /** Takes updates in, as whoever fetched them would. */
  int accept(List<RawUpdate> batch) throws InterruptedException {
    taken.addAll(batch);
    return intake.accept(batch);
  }

  /** Polls a server; nothing is waited for. */
  Poller poller(Server server) {
    return new Poller(client(server), this::accept, Duration.ZERO, time::currentTimeNanos, metrics, time::pass);
  }

  /** That these were taken in, and in this order; some perhaps more than once. */
  void requireTaken(List<Long> ids) {
    List<Long> first = taken.stream().map(RawUpdate::id).distinct().toList();
    Require.that(first.equals(ids), "all updates are taken in, in their order");
  }

  /**
   * Waits until nothing is left to do, and looks at what has become of all that was taken in.
   *
   * @return what was said
   */
  List<JsonNode> requireAllEnded() throws InterruptedException, UnreadableException {
    awaitQuiet();
    List<Kept> kept = VIEW.incoming();
    Require.that(STORE.waiting().isEmpty(), "nothing waits for an answer for ever");
    Require.that(STORE.unsent().isEmpty(), "nothing remains unsent");
    for (Kept each : kept) {
      boolean unreadable = each.state().equals("UNREADABLE");
      Require.that(unreadable == (each.fault() != null), "a reason for what is put aside");
    }
    for (RawUpdate update : taken) {
      Require.that(
          kept.stream().anyMatch(each -> each.update() == update.id()) || isForNobody(update),
          "an update was lost");
    }
    long answered =
        kept.stream().filter(each -> each.state().equals("ANSWERED")).count() - presses();
    Require.that(answered == VIEW.count("outgoing WHERE kind = 'answer'"), "an answer each");
    Require.that(sent.size() == VIEW.count("outgoing WHERE state = 'SENT'"), "sent once");
    sent.forEach(Require::sendable);
    return List.copyOf(sent);
  }

  /** Whether it has no message for the bot, or one that came under another id. */
  private boolean isForNobody(RawUpdate update) throws UnreadableException {
    if (update.fault() != null) {
      return false;
    }
    Optional<IncomingUpdate> done = IncomingUpdate.read(update.json());
    if (done.isEmpty() || done.get() instanceof Typed) {
      return true;
    }
    MessageKey key = done.get().key();
    return done.get() instanceof Written written
        && (!handler.isForBot(written) || (key != null && VIEW.has(key.chat(), key.message())));
  }

  /** How many presses were taken in and ended as answered; all are new. */
  private long presses() throws UnreadableException {
    Set<Long> ended = new HashSet<>();
    for (Kept each : VIEW.incoming()) {
      if (each.state().equals("ANSWERED")) {
        ended.add(each.update());
      }
    }
    Set<Long> presses = new HashSet<>();
    for (RawUpdate update : taken) {
      if (update.fault() == null
          && ended.contains(update.id())
          && isPress(update.json())) {
        presses.add(update.id());
      }
    }
    return presses.size();
  }

  private static boolean isPress(String json) {
    try {
      return IncomingUpdate.read(json).filter(Pressed.class::isInstance).isPresent();
    } catch (UnreadableException e) {
      return false;
    }
  }

  private void awaitQuiet() throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (queues.size() > 0) {
      Require.that(System.nanoTime() < end, "the bot comes to rest");
      Thread.sleep(Duration.ofNanos(50_000));
    }
  }

  /** Leaves the store as it was found, also after a failure. */
  @Override
  public void close() {
    queues.close();
    VIEW.clear();
  }
}
