package org.pullquote.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Guide;
import org.pullquote.chat.ReplyText;
import org.pullquote.chat.Turn;

/**
 * Asks labelled questions as a reader would, through a conversation, and keeps what came back. Each
 * set is asked twice, and the second time counts, so that the latencies are those of a warm
 * program.
 */
public final class Evaluation {

  /** What Telegram can carry; replies are laid out for it before they are checked. */
  private static final int MESSAGE_LIMIT = 4096;

  private final Function<Article, Answerer> engine;
  private final LongSupplier nanoClock;
  private final List<Outcome> single = new ArrayList<>();
  private final List<Outcome> turns = new ArrayList<>();

  /**
   * @param engine makes the answerer of an article; it is closed after use
   * @param nanoClock such as {@link System#nanoTime}
   */
  public Evaluation(Function<Article, Answerer> engine, LongSupplier nanoClock) {
    this.engine = engine;
    this.nanoClock = nanoClock;
  }

  /**
   * Asks single questions.
   *
   * @param name what to call the file in messages
   * @param jsonl one question a line
   * @throws LabelledSets.MalformedException if the file is malformed
   */
  public void questions(Article article, String name, String jsonl) {
    ask(article, LabelledSets.questions(name, jsonl));
  }

  /**
   * Holds dialogues; each is a conversation of its own.
   *
   * @param name what to call the file in messages
   * @param jsonl one dialogue a line
   * @throws LabelledSets.MalformedException if the file is malformed
   */
  public void dialogues(Article article, String name, String jsonl) {
    List<List<LabelledQuestion>> dialogues = LabelledSets.dialogues(name, jsonl);
    try (Answerer answerer = engine.apply(article)) {
      hold(answerer, dialogues);
      turns.addAll(hold(answerer, dialogues));
    }
  }

  /**
   * Asks the questions of a SQuAD file, each of its own article.
   *
   * @param name what to call the file in messages
   * @throws LabelledSets.MalformedException if the file is malformed
   */
  public void squad(String name, String json, SentenceSplitter splitter) {
    LabelledSets.squad(name, json, splitter)
        .forEach(article -> ask(article.article(), article.questions()));
  }

  /** The figures so far. */
  public Report report() {
    return new Report(single, turns);
  }

  private void ask(Article article, List<LabelledQuestion> questions) {
    List<List<LabelledQuestion>> each = questions.stream().map(List::of).toList();
    try (Answerer answerer = engine.apply(article)) {
      hold(answerer, each);
      single.addAll(hold(answerer, each));
    }
  }

  private List<Outcome> hold(Answerer answerer, List<List<LabelledQuestion>> dialogues) {
    List<Outcome> outcomes = new ArrayList<>();
    Guide guide = new Guide(answerer);
    for (List<LabelledQuestion> dialogue : dialogues) {
      Conversation conversation = new Conversation(guide, Locale.ENGLISH);
      dialogue.forEach(question -> outcomes.add(ask(conversation, question)));
    }
    return outcomes;
  }

  private Outcome ask(Conversation conversation, LabelledQuestion question) {
    long before = nanoClock.getAsLong();
    Turn turn = conversation.ask(question.question());
    long nanos = nanoClock.getAsLong() - before;
    ReplyText reply = ReplyText.layOut(turn.reply(), MESSAGE_LIMIT);
    int verbatim =
        (int)
            reply.quotes().stream()
                .filter(placed -> placed.quote().isVerbatim(placed.at().in(reply.text())))
                .count();
    return new Outcome(
        question, turn.answer().orElseThrow(), reply.quotes().size(), verbatim, nanos);
  }
}
