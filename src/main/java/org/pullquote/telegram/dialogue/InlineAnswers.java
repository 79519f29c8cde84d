package org.pullquote.telegram.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pullquote.article.Article;
import org.pullquote.chat.Articles;
import org.pullquote.chat.Choice;
import org.pullquote.chat.Citation;
import org.pullquote.chat.Messages;
import org.pullquote.chat.Reply;
import org.pullquote.chat.ReplyText;
import org.pullquote.store.ChoiceStore;
import org.telegram.telegrambots.meta.api.methods.AnswerGuestQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;

/**
 * Answers in chats that the bot is not in: to what somebody types after its name, passages to
 * choose from; to who calls it as a guest, the answer.
 */
public final class InlineAnswers {

  /**
   * Passages are the same for everybody who has chosen the same article, so Telegram may keep them:
   * in the article's language, not the reader's. For so many seconds a changed article is not
   * noticed.
   */
  private static final int CACHE_SECONDS = 300;

  /** That nothing was found is told in the reader's language, and for the reader alone. */
  private static final int PERSONAL_CACHE_SECONDS = 10;

  private static final int LONGEST_DESCRIPTION = 120;

  private final Articles articles;
  private final ChoiceStore choices;

  /**
   * @param articles that the passages come from
   * @param choices which article each chat asks: who types, what the private chat does
   */
  public InlineAnswers(Articles articles, ChoiceStore choices) {
    this.articles = articles;
    this.choices = choices;
  }

  /** The passages to choose from for what somebody types. */
  AnswerInlineQuery answer(InlineQuery query) {
    Choice choice = UpdateHandler.choice(choices, query.getFrom().getId());
    List<Citation> found = articles.citations(choice, query.getQuery());
    AnswerInlineQuery.AnswerInlineQueryBuilder<?, ?> answer =
        AnswerInlineQuery.builder().inlineQueryId(query.getId());
    if (found.isEmpty()) {
      Messages messages = Messages.in(ReaderLocale.of(query.getFrom()));
      return answer
          .results(List.of())
          .cacheTime(PERSONAL_CACHE_SECONDS)
          .isPersonal(true)
          .button(
              InlineQueryResultsButton.builder()
                  .text(messages.get("inline.none"))
                  .startParameter("inline")
                  .build())
          .build();
    }
    List<InlineQueryResult> results = new ArrayList<>();
    found.forEach(each -> results.add(result(each)));
    return answer
        .results(results)
        .cacheTime(CACHE_SECONDS)
        .isPersonal(articles.areSeveral())
        .build();
  }

  private InlineQueryResultArticle result(Citation citation) {
    String text = citation.quote().text();
    return InlineQueryResultArticle.builder()
        // The edition tells results of a changed article from those that Telegram has kept.
        .id(citation.quote().passage().id() + "-" + citation.quote().article().edition())
        .title(citation.source())
        .description(
            text.length() <= LONGEST_DESCRIPTION
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_DESCRIPTION / 2)) + "…")
        .inputMessageContent(content(citation.reply()))
        .build();
  }

  /** The answer to who calls the bot in a chat where it is no member. */
  AnswerGuestQuery guest(String query, Reply reply, Locale locale) {
    Messages messages = Messages.in(locale);
    Article article = articles.standardArticle();
    return AnswerGuestQuery.builder()
        .guestQueryId(query)
        .result(
            InlineQueryResultArticle.builder()
                .id("answer-" + article.edition())
                .title(
                    Optional.ofNullable(article.metadata().title())
                        .orElse(messages.get("inline.ask")))
                .inputMessageContent(content(reply.passedOn()))
                .build())
        .build();
  }

  private static InputTextMessageContent content(Reply reply) {
    ReplyText text = ReplyText.layOut(reply, TelegramRenderer.TEXT_LIMIT);
    InputTextMessageContent content =
        InputTextMessageContent.builder()
            .messageText(text.text())
            .entities(TelegramRenderer.entities(text))
            .linkPreviewOptions(TelegramRenderer.noPreview())
            .build();
    text.requireVerbatim(content.getMessageText());
    return content;
  }
}
