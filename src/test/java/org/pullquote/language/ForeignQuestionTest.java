package org.pullquote.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;

class ForeignQuestionTest {

  private static final List<String> NAMES =
      List.of(
          "Kim Jong-un",
          "Sergei Shoigu",
          "Kang Sun-nam",
          "Li Hongzhong",
          "Yoon Suk Yeol",
          "Kim",
          "Liberation Tower",
          "The Telegraph",
          "Russia’s defence minister");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "с кем встретился ким чен ын | ru | with whom met Kim Jong-un?",
        "Кто встретил Сергея Шойгу в аэропорту Пхеньяна? | ru | who met Sergei Shoigu in airport Pyongyang?",
        "Что говорит Ким об Иране и Саудовской Аравии? | ru | what said Kim about Iran and Saudi Arabia?",
        "Кто автор статьи? | ru | who is the author of article?",
        "Кто такая Ангела Меркель? | ru | who is Angela Merkel?",
        "Коли прибув Шойгу? | uk | when arrived Shoigu?",
        "Хто прем’єр-міністр України? | uk | who prime minister Ukraine?",
        "김정은은 누구를 만났나요? | ko | who Kim Jong-un met?",
        "국방장관은 언제 북한에 도착했습니까? | ko | when defence minister North Korea arrived?",
        "리훙중은 누구인가요? | ko | who is Li Hongzhong?",
        "Wer hat Schoigu am Flughafen begrüßt? | de | who has Shoigu on airport welcomed?",
        "Qui a accueilli Choïgou à l’aéroport ? | fr | who welcomed Shoigu the airport?",
        "¿Quién recibió a Shoigú en el aeropuerto? | es | who received to Shoigu in the airport?",
        "Chi ha incontrato Kim Jong-un? | it | who has met Kim Jong-un?",
        "Quem recebeu Shoigu no aeroporto? | pt | who received Shoigu in airport?",
        "Kto spotkał Kim Dzong Una? | pl | who met Kim Jong-un?",
        "Kim Jong Un kiminle görüştü? | tr | whom Kim Jong-un met?",
        "Wie ontmoette Kim Jong-un gisteren? | nl | who met Kim Jong-un yesterday?",
        "キム・ジョンウンは誰に会いましたか | ja | who Kim Jong-un met?",
        "谁访问了俄罗斯？ | zh | who visited Russia?",
        "متى وصل وزير الدفاع؟ | ar | when arrived defence minister?",
        "Πού είναι η Ρωσία; | el | Pou einai i Russia",
      })
  void looksUpWhatItCan(String question, String language, String english) {
    assertEquals(new ForeignQuestion(language, english), read(question, Locale.UK));
  }

  private static ForeignQuestion read(String question, Locale article) {
    return ForeignQuestion.of(question, article, NAMES).orElse(null);
  }

  @ParameterizedTest
  @CsvSource({
    "привет, hello", "Спасибо большое!, thanks very", "дякую, thanks", "안녕하세요, hello",
    "감사합니다, thanks", "Danke, thanks", "Vielen Dank, thanks", "Merci beaucoup, thanks very",
    "¡Hola!, hello", "gracias, thanks", "Buenos días, hello", "Guten Tag!, hello"
  })
  void knowsGreetings(String message, String english) {
    assertEquals(english, read(message, Locale.UK).inEnglish());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "2023",
        "Who is Шойгу?",
        "wen did putin arrive",
        "y was shoigu there",
        "Shoigu Pyongyang",
        "Jean Dupont",
        "Oscar de la Renta",
        "Le Monde diplomatique",
        "Der Spiegel",
        "Los Angeles",
        "nuclear delegation",
        "general militar parade",
        "Was Kim in Die Zeit?",
        "kim who",
      })
  void takesNoEnglishAndNoNameForForeign(String question) {
    assertEquals(null, read(question, Locale.UK));
  }

  @ParameterizedTest
  @CsvSource({"Кто это?, ru", "Wer ist das?, de", "Who is it?, de"})
  void isNotForeignInTheArticlesLanguage(String question, String article) {
    assertEquals(null, read(question, Locale.of(article)));
  }

  @Test
  void takesNoLabelledEnglishQuestionForForeign() throws IOException {
    Set<String> foreign = new TreeSet<>();
    int all = 0;
    for (String folder : List.of("gold", "news", "train", "squad")) {
      for (String question : questions(Fixtures.shared(folder))) {
        all++;
        ForeignQuestion.of(question, Locale.UK, List.of())
            .ifPresent(read -> foreign.add(read.language() + " " + question));
      }
    }
    System.out.println("foreign of " + all + " labelled questions: " + foreign);
    assertEquals(Set.of("ru с кем встретился ким чен ын"), foreign);
  }

  private static List<String> questions(Path folder) throws IOException {
    List<String> questions = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().matches(".*\\.jsonl?"))
          .flatMap(ForeignQuestionTest::documents)
          .flatMap(json -> json.findValues("question").stream())
          .map(JsonNode::asText)
          .forEach(questions::add);
    }
    return questions;
  }

  private static Stream<JsonNode> documents(Path file) {
    try {
      return Fixtures.JSON
          .readerFor(JsonNode.class)
          .<JsonNode>readValues(Files.readString(file))
          .readAll()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
