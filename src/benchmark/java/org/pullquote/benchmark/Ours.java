package org.pullquote.benchmark;

import java.util.List;
import java.util.Set;
import org.pullquote.answer.Answerer;
import org.pullquote.app.Product;
import org.pullquote.article.Article;

/** The product: its ranking, whether or not it then says that the article does not tell. */
record Ours(Product product) implements Contender {

  @Override
  public String name() {
    return "Pullquote";
  }

  @Override
  public Index index(Article article) throws Exception {
    Answerer answerer = product.answerer(article);
    return new Index() {
      @Override
      public List<Result> ask(String question) {
        return answerer.answer(question).ranked().stream()
            .limit(DEPTH)
            .map(passage -> new Result(Texts.of(passage), Set.of(passage.id())))
            .toList();
      }

      @Override
      public void close() {
        answerer.close();
      }
    };
  }
}
