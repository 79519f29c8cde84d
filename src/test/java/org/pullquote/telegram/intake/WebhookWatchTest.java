package org.pullquote.telegram.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.mockito.stubbing.OngoingStubbing;
import org.pullquote.telegram.ManualTime;
import org.pullquote.telegram.delivery.BotEndedException;
import org.pullquote.telegram.delivery.BotToken;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.ApiResponse;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

class WebhookWatchTest {

  private static final String URL = "https://example.org/hook";

  private final TelegramClient client = mock();
  private final ManualTime time = new ManualTime();
  private final WebhookWatch watch =
      new WebhookWatch(client, URI.create(URL), null, time::currentTimeNanos);

  private OngoingStubbing<WebhookInfo> asked() throws TelegramApiException {
    return when(client.execute(any(GetWebhookInfo.class)));
  }

  private static WebhookInfo setTo(@Nullable String url) {
    WebhookInfo info = new WebhookInfo();
    info.setUrl(url);
    return info;
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://example.org/hook, true",
        "https://example.org/other, false",
        "'', false",
        "-, false",
      })
  void isWellWhereTelegramBringsUpdatesHere(@Nullable String url, boolean well) throws Exception {
    assertFalse(watch.isWell());
    asked().thenReturn(setTo(url));
    watch.check();
    assertEquals(well, watch.isWell());
  }

  @Test
  void isNoLongerWellOnceTheWebhookIsDeleted() throws Exception {
    asked().thenReturn(setTo(URL), setTo(""));
    watch.check();
    watch.check();
    assertFalse(watch.isWell());
  }

  @Test
  void bearsAnOutageForAWhile() throws Exception {
    asked()
        .thenReturn(setTo(URL))
        .thenThrow(new TelegramApiException(new IOException("connection reset")));
    watch.check();
    time.pass(Duration.ofMinutes(2));
    watch.check();
    assertTrue(watch.isWell());
    time.pass(Duration.ofMinutes(2));
    watch.check();
    assertFalse(watch.isWell());
  }

  @Test
  void endsTheBotWhereTheTokenIsRefused() throws Exception {
    asked()
        .thenThrow(
            new TelegramApiRequestException(
                "no",
                ApiResponse.<Boolean>builder()
                    .ok(false)
                    .errorCode(401)
                    .errorDescription("Unauthorized")
                    .build()));
    BotEndedException ended = assertThrows(BotEndedException.class, watch::check);
    assertTrue(String.valueOf(ended.getMessage()).contains("TELEGRAM_BOT_TOKEN"));
  }

  /** Of several replicas one sees to it, by itself. */
  @Test
  void hasUpdatesBroughtHereWhereItIsToSeeToThat() throws Exception {
    WebhookSecret secret =
        WebhookSecret.of(new BotToken("4242:AAEXAMPLE-example_example-example1234"));
    WebhookWatch seesToIt =
        new WebhookWatch(client, URI.create(URL), secret, time::currentTimeNanos);
    asked().thenReturn(setTo(""), setTo(URL));
    seesToIt.checkIfDue();
    seesToIt.checkIfDue();
    ArgumentCaptor<SetWebhook> set = ArgumentCaptor.captor();
    verify(client).execute(set.capture());
    assertEquals(URL, set.getValue().getUrl());
    assertEquals(secret.value(), set.getValue().getSecretToken());
    assertTrue(seesToIt.isWell());
    time.pass(Duration.ofMinutes(1));
    seesToIt.checkIfDue();
    verify(client, times(2)).execute(any(GetWebhookInfo.class));
  }
}
