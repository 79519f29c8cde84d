package org.pullquote.telegram;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.Articles;
import org.pullquote.store.SqlStore;
import org.pullquote.telegram.delivery.ApiFailure;
import org.pullquote.telegram.delivery.BackOff;
import org.pullquote.telegram.delivery.BotEndedException;
import org.pullquote.telegram.delivery.BotMetrics;
import org.pullquote.telegram.delivery.BotToken;
import org.pullquote.telegram.delivery.Connections;
import org.pullquote.telegram.delivery.FleetingCalls;
import org.pullquote.telegram.dialogue.BotProfile;
import org.pullquote.telegram.intake.ChatQueues;
import org.pullquote.telegram.intake.Intake;
import org.pullquote.telegram.intake.Poller;
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

  /** What is under way at the end may take so long: with the rest, it ends within 5 seconds. */
  private static final Duration GRACE = Duration.ofMillis(1_500);

  /** Polling may fail for so long before the bot counts as unwell. */
  private static final Duration STALE_AFTER = Duration.ofSeconds(60);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** How often to look whether there is something to see to that one process does for a bot. */
  private static final Duration DUTIES = Duration.ofSeconds(1);

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
  private volatile @Nullable Duties watch;
  private volatile @Nullable Sharing sharing;

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
    Thread tidying =
        new Tidying(store, store.answers(), store.conversations(), clock, Thread::sleep).start();
    FleetingCalls calls = new FleetingCalls(connections.sending(), metrics);
    // Closed last: what is under way is still this replica's.
    try (Sharing sharing = Sharing.of(store, settings.rates());
        ChatQueues queues = new ChatQueues(settings.queue(), GRACE);
        BotAssembly bot =
            new BotAssembly(
                settings,
                articles,
                editing,
                connections,
                store,
                sharing,
                queues,
                calls,
                metrics,
                processors,
                clock)) {
      metrics.showQueue(queues::size);
      this.sharing = sharing;
      Duties duties =
          new Duties(
              sharing,
              () -> BotProfile.announceBeside(calls, articles.areSeveral()),
              webhook(sharing));
      Intake intake = bot.begin(me);
      if (settings.webhook() == null) {
        poll(me, intake, sharing, duties, metrics);
      } else {
        listen(me, intake, duties, settings.webhook());
      }
    } finally {
      this.sharing = null;
      tidying.interrupt();
      processors.shutdownNow();
    }
    log.info("@{} has stopped", me.getUserName());
  }

  /**
   * The watch over where updates are brought; null where they are fetched. Of several replicas, the
   * one that leads has them brought.
   */
  private @Nullable WebhookWatch webhook(Sharing sharing) {
    BotSettings.Webhook webhook = settings.webhook();
    return webhook == null
        ? null
        : new WebhookWatch(
            connections.sending(),
            webhook.url(),
            sharing.member().isPresent() ? WebhookSecret.of(token) : null,
            System::nanoTime);
  }

  /** Of several replicas one fetches updates; the others stand by. */
  private void poll(User me, Intake intake, Sharing sharing, Duties duties, BotMetrics metrics)
      throws BotEndedException, InterruptedException {
    metrics.showPollAge(this::secondsSincePoll);
    boolean stood = false;
    do {
      if (duties.tend()) {
        stood = false;
        pollWhileLeading(me, intake, sharing, metrics);
      } else if (!stood) {
        stood = true;
        log.info("@{} stands by: another replica fetches updates", me.getUserName());
      }
    } while (!stopping.await(DUTIES.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** 0 where this process does not poll. */
  private double secondsSincePoll() {
    Poller polling = poller;
    return polling == null ? 0 : polling.age().toMillis() / 1000.0;
  }

  private void pollWhileLeading(User me, Intake intake, Sharing sharing, BotMetrics metrics)
      throws BotEndedException, InterruptedException {
    Poller polling =
        new Poller(
            connections.polling(),
            intake::accept,
            settings.pollTimeout(),
            System::nanoTime,
            metrics,
            Thread::sleep);
    poller = polling;
    log.info("@{} polls {}", me.getUserName(), settings.server());
    Thread guard = Thread.ofVirtual().name("guard").start(() -> endWithLead(polling, sharing));
    try {
      if (stopping.getCount() > 0) {
        polling.run();
      }
    } catch (BotEndedException e) {
      if (sharing.member().isEmpty() || !e.isConflict()) {
        throw e;
      }
      // Who led before, or leads by now, still polls: it will know in a moment.
      log.warn("another replica polls, too; trying again");
    } finally {
      guard.interrupt();
      // What interrupted the poll must not cut off what follows.
      Thread.interrupted();
      connections.cancelPoll();
      polling.confirm(connections.confirming());
    }
  }

  /** Ends the polling of who no longer leads. */
  private void endWithLead(Poller polling, Sharing sharing) {
    try {
      while (sharing.leads()) {
        Thread.sleep(DUTIES);
      }
      polling.close();
      connections.cancelPoll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(User me, Intake intake, Duties duties, BotSettings.Webhook webhook)
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
      watch = duties;
      log.info(
          "@{} waits for Telegram on {}:{}{}",
          me.getUserName(),
          webhook.host(),
          server.port(),
          webhook.path());
      do {
        duties.tend();
      } while (!stopping.await(DUTIES.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      // Only closing interrupts.
      log.debug("stopped while it waited for Telegram");
    } finally {
      watch = null;
    }
  }

  /**
   * Whether updates come in: by a poll that succeeded lately, or by the webhook that is set. Of
   * several replicas, that is so if one sees to it and this one is in touch.
   */
  public boolean isWell() {
    if (stopping.getCount() == 0) {
      return false;
    }
    Sharing others = sharing;
    if (others != null && !others.leads()) {
      return others.isCurrent();
    }
    Poller polling = poller;
    Duties watching = watch;
    return (watching != null && watching.isWell())
        || (polling != null
            && polling.age().compareTo(settings.pollTimeout().plus(STALE_AFTER)) < 0);
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
