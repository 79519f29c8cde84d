package org.pullquote.telegram;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.Articles;
import org.pullquote.chat.Command;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Conversations;
import org.pullquote.chat.Storage;
import org.pullquote.store.SqlStore;
import org.pullquote.store.StoreLocation;
import org.pullquote.telegram.delivery.ApiFailure;
import org.pullquote.telegram.delivery.BackOff;
import org.pullquote.telegram.delivery.BotEndedException;
import org.pullquote.telegram.delivery.BotMetrics;
import org.pullquote.telegram.delivery.BotToken;
import org.pullquote.telegram.delivery.Connections;
import org.pullquote.telegram.delivery.Delivery;
import org.pullquote.telegram.delivery.FleetingCalls;
import org.pullquote.telegram.delivery.Pseudonyms;
import org.pullquote.telegram.delivery.RateLimits;
import org.pullquote.telegram.delivery.SentFiles;
import org.pullquote.telegram.delivery.TextHash;
import org.pullquote.telegram.dialogue.Addressing;
import org.pullquote.telegram.dialogue.AnswerContent;
import org.pullquote.telegram.dialogue.BotProfile;
import org.pullquote.telegram.dialogue.Editors;
import org.pullquote.telegram.dialogue.InlineAnswers;
import org.pullquote.telegram.dialogue.Keyboards;
import org.pullquote.telegram.dialogue.MapPicture;
import org.pullquote.telegram.dialogue.PressHandler;
import org.pullquote.telegram.dialogue.Suggestions;
import org.pullquote.telegram.dialogue.UpdateHandler;
import org.pullquote.telegram.intake.ChatQueues;
import org.pullquote.telegram.intake.FloodGate;
import org.pullquote.telegram.intake.Intake;
import org.pullquote.telegram.intake.Poller;
import org.pullquote.telegram.intake.Replies;
import org.pullquote.telegram.intake.Tidying;
import org.pullquote.telegram.intake.WebhookSecret;
import org.pullquote.telegram.intake.WebhookServer;
import org.pullquote.telegram.intake.WebhookWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The bot on Telegram, from its start to its end. */
public final class TelegramBot implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TelegramBot.class);

  /** Conversations remembered at once; a longer silent one begins anew. */
  private static final int MOST_CONVERSATIONS = 10_000;

  /** Who was silent for so long begins anew. */
  private static final Duration SILENCE = Duration.ofHours(1);

  /** What is under way at the end may take so long: with the rest, it ends within 5 seconds. */
  private static final Duration GRACE = Duration.ofMillis(1_500);

  /** Polling may fail for so long before the bot counts as unwell. */
  private static final Duration STALE_AFTER = Duration.ofSeconds(60);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int SALT_BYTES = 16;

  private final BotToken token;
  private final BotSettings settings;
  private final Articles articles;
  private final @Nullable Editing editing;
  private final MeterRegistry registry;
  private final Connections connections;
  private final InstantSource clock = InstantSource.system();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Poller poller;
  private volatile @Nullable Thread running;
  private volatile @Nullable WebhookWatch watch;

  /**
   * @param articles that it answers from
   * @param editing who may add articles; null for nobody
   * @param registry gets the metrics
   */
  public TelegramBot(
      BotToken token,
      BotSettings settings,
      Articles articles,
      @Nullable Editing editing,
      MeterRegistry registry) {
    this(token, settings, articles, editing, registry, Connections.CALL_TIMEOUT);
  }

  /**
   * @param callTimeout how long the server may take to answer, what it may hold a poll not counted
   */
  TelegramBot(
      BotToken token,
      BotSettings settings,
      Articles articles,
      @Nullable Editing editing,
      MeterRegistry registry,
      Duration callTimeout) {
    this.token = token;
    this.settings = settings;
    this.articles = articles;
    this.editing = editing;
    this.registry = registry;
    this.connections =
        new Connections(token, settings.server(), settings.pollTimeout(), callTimeout);
  }

  /**
   * Answers until {@link #close()} is called.
   *
   * @throws BotEndedException if it cannot go on: the token is refused, or something else takes the
   *     updates
   * @throws org.pullquote.store.StoreException if the store cannot be opened or another process has
   *     it
   * @throws IOException if the webhook cannot be listened at
   */
  public void run() throws BotEndedException, IOException {
    running = Thread.currentThread();
    try (connections) {
      User me = introduce();
      if (me != null) {
        runAs(me);
      }
    } catch (InterruptedException e) {
      // Only closing interrupts.
      log.debug("stopped while it waited");
    } finally {
      running = null;
      stopped.countDown();
    }
  }

  /** Asks who the bot is, until the server answers; null if stopped before. */
  private @Nullable User introduce() throws BotEndedException, InterruptedException {
    BackOff backOff = new BackOff(FIRST_WAIT, LONGEST_WAIT, RandomGenerator.getDefault());
    while (stopping.getCount() > 0) {
      try {
        return connections.sending().execute(new GetMe());
      } catch (TelegramApiException e) {
        ApiFailure failure = ApiFailure.of(e);
        if (failure instanceof ApiFailure.Unauthorized refused) {
          throw BotEndedException.tokenRefused(refused);
        }
        Duration wait = backOff.next();
        log.warn(
            "{} cannot be used, trying again in {} ms ({})",
            settings.server(),
            wait.toMillis(),
            failure.description());
        stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
    return null;
  }

  private void runAs(User me) throws BotEndedException, IOException, InterruptedException {
    try (SqlStore store = SqlStore.open(settings.store(), me.getId(), clock)) {
      answer(me, store);
    }
  }

  private void answer(User me, SqlStore store)
      throws BotEndedException, IOException, InterruptedException {
    BotMetrics metrics = new BotMetrics(registry);
    ExecutorService processors =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("answers-", 1).daemon(true).factory());
    Thread tidying = new Tidying(store, store.answers(), clock, Thread::sleep).start();
    try (ChatQueues queues = new ChatQueues(settings.queue(), GRACE)) {
      metrics.showQueue(queues::size);
      Intake intake = intake(me, store, queues, metrics, processors);
      BotProfile.announceBeside(
          new FleetingCalls(connections.sending(), metrics), articles.areSeveral());
      intake.resume();
      if (settings.webhook() == null) {
        poll(me, intake, metrics);
      } else {
        listen(me, intake, settings.webhook());
      }
    } finally {
      tidying.interrupt();
      processors.shutdownNow();
    }
    log.info("@{} has stopped", me.getUserName());
  }

  private Intake intake(
      User me, SqlStore store, ChatQueues queues, BotMetrics metrics, ExecutorService processors) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    Pseudonyms pseudonyms = new Pseudonyms(salt);
    RateLimits limits =
        new RateLimits(settings.rates(), TimeMeter.SYSTEM_NANOTIME, BlockingStrategy.PARKING);
    Delivery delivery =
        new Delivery(
            connections.sending(),
            store,
            limits,
            metrics,
            clock,
            settings.tooOld(),
            pseudonyms,
            Thread::sleep);
    Addressing addressing = new Addressing(me.getId(), me.getUserName(), Command.words());
    Keyboards keyboards = new Keyboards(Boolean.TRUE.equals(me.getSupportInlineQueries()));
    InlineAnswers inline = new InlineAnswers(articles, store.choices());
    MapPicture pictures = new MapPicture();
    TextHash hashes = new TextHash(store.key());
    Editors editors =
        new Editors(
            editing == null ? Set.of() : editing.admins(),
            editing == null ? null : editing.desk(),
            new SentFiles(connections.sending(), connections::file));
    FleetingCalls calls = new FleetingCalls(connections.sending(), metrics);
    UpdateHandler handler =
        new UpdateHandler(
            addressing,
            new Conversations<>(
                MOST_CONVERSATIONS,
                SILENCE,
                Ticker.systemTicker(),
                () -> new Conversation(articles, Locale.ENGLISH, storage())),
            keyboards,
            inline,
            store.choices(),
            editors,
            pictures,
            hashes,
            AnswerContent::newId);
    Replies replies =
        new Replies(
            handler,
            new PressHandler(
                articles,
                store.choices(),
                store.answers(),
                keyboards,
                pictures,
                addressing,
                editors,
                hashes,
                clock),
            store,
            store.answers(),
            calls,
            delivery,
            metrics,
            clock,
            settings.tooOld(),
            processors,
            pseudonyms);
    return new Intake(
        store,
        queues,
        new FloodGate(settings.userPerMinute(), TimeMeter.SYSTEM_NANOTIME),
        handler,
        replies,
        new Suggestions(inline, calls, metrics, processors),
        delivery,
        metrics,
        clock);
  }

  private Storage storage() {
    return switch (settings.store()) {
      case StoreLocation.Folder folder -> Storage.FILE;
      case StoreLocation.Server server -> Storage.SERVER;
    };
  }

  private void poll(User me, Intake intake, BotMetrics metrics)
      throws BotEndedException, InterruptedException {
    Poller polling =
        new Poller(
            connections.polling(),
            intake::accept,
            settings.pollTimeout(),
            System::nanoTime,
            metrics,
            Thread::sleep);
    metrics.showPollAge(() -> polling.age().toMillis() / 1000.0);
    poller = polling;
    log.info("@{} polls {}", me.getUserName(), settings.server());
    try {
      if (stopping.getCount() > 0) {
        polling.run();
      }
    } finally {
      // What interrupted the poll must not cut off what follows.
      Thread.interrupted();
      connections.cancelPoll();
      polling.confirm(connections.confirming());
    }
  }

  private void listen(User me, Intake intake, BotSettings.Webhook webhook)
      throws BotEndedException, IOException, InterruptedException {
    InetSocketAddress address = new InetSocketAddress(webhook.host(), webhook.port());
    WebhookServer server;
    try {
      server = new WebhookServer(address, webhook.path(), WebhookSecret.of(token), intake);
    } catch (IOException e) {
      throw new IOException(
          webhook.host()
              + ":"
              + webhook.port()
              + " cannot be listened on ("
              + e.getMessage()
              + "): check telegram.webhook-host and telegram.webhook-port",
          e);
    }
    try (server) {
      WebhookWatch watching =
          new WebhookWatch(connections.sending(), webhook.url(), System::nanoTime);
      watch = watching;
      log.info(
          "@{} waits for Telegram on {}:{}{}",
          me.getUserName(),
          webhook.host(),
          server.port(),
          webhook.path());
      do {
        watching.check();
      } while (!stopping.await(WebhookWatch.PERIOD.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      // Only closing interrupts.
      log.debug("stopped while it waited for Telegram");
    } finally {
      watch = null;
    }
  }

  /** Whether updates come in: by a poll that succeeded lately, or by the webhook that is set. */
  public boolean isWell() {
    Poller polling = poller;
    WebhookWatch watching = watch;
    return stopping.getCount() > 0
        && ((watching != null && watching.isWell())
            || (polling != null
                && polling.age().compareTo(settings.pollTimeout().plus(STALE_AFTER)) < 0));
  }

  /**
   * Lets {@link #run()} return, and waits for it: a few seconds at the most. What is under way is
   * finished if it can be in time; the rest waits in the store for the next start.
   */
  @Override
  public void close() {
    stopping.countDown();
    Poller polling = poller;
    if (polling != null) {
      polling.close();
    }
    Thread runner = running;
    if (runner == null || runner == Thread.currentThread()) {
      return;
    }
    runner.interrupt();
    connections.cancelPoll();
    try {
      stopped.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
