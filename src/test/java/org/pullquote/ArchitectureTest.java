package org.pullquote;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The arrows of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "org.pullquote", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "org.pullquote.";

  private static ArchRule imports(String from, String... allowed) {
    String[] packages =
        Stream.concat(Stream.of(from), Stream.of(allowed))
            .map(name -> ROOT + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(ROOT + from + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.pullquote..").and(not(resideInAnyPackage(packages))))
        .because(from + " may know " + String.join(", ", allowed) + " and nothing else of ours");
  }

  @ArchTest static final ArchRule article = imports("article");
  @ArchTest static final ArchRule text = imports("text", "article");
  @ArchTest static final ArchRule page = imports("page", "article", "text");
  @ArchTest static final ArchRule document = imports("document", "article", "text");

  @ArchTest
  static final ArchRule reading = imports("reading", "article", "text", "page", "document");

  @ArchTest static final ArchRule fetch = imports("fetch");
  @ArchTest static final ArchRule names = imports("names", "article");
  @ArchTest static final ArchRule language = imports("language", "article");
  @ArchTest static final ArchRule meetings = imports("meetings", "article", "names");
  @ArchTest static final ArchRule picture = imports("picture");
  @ArchTest static final ArchRule search = imports("search", "article");

  @ArchTest
  static final ArchRule searchWithoutSolr =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "search")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "search.solr..")
          .because("an engine knows what is indexed, not the other way round");

  @ArchTest
  static final ArchRule solr =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "search.solr..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.solr..", "org.apache.zookeeper..")
          .because("only search.solr knows Solr and ZooKeeper");

  @ArchTest
  static final ArchRule solrWithoutLucene =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "search.solr..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..")
          .because("the servers have a Lucene of their own");

  @ArchTest static final ArchRule answer = imports("answer", "article", "names", "search");

  @ArchTest
  static final ArchRule chat =
      imports("chat", "article", "names", "language", "meetings", "answer", "search", "library");

  @ArchTest
  static final ArchRule library = imports("library", "article", "reading", "search", "answer");

  @ArchTest static final ArchRule store = imports("store");

  @ArchTest static final ArchRule monitor = imports("monitor");

  @ArchTest
  static final ArchRule telegram =
      imports("telegram", "article", "chat", "library", "picture", "store");

  @ArchTest
  static final ArchRule telegramDelivery = imports("telegram.delivery", "article", "chat", "store");

  @ArchTest
  static final ArchRule telegramDialogue =
      imports(
          "telegram.dialogue",
          "telegram.delivery",
          "article",
          "chat",
          "library",
          "picture",
          "store");

  @ArchTest
  static final ArchRule telegramIntake =
      imports("telegram.intake", "telegram.delivery", "telegram.dialogue", "chat", "store");

  @ArchTest static final ArchRule console = imports("console", "article", "chat");

  @ArchTest static final ArchRule eval = imports("eval", "article", "search", "answer", "chat");

  @ArchTest
  static final ArchRule train = imports("train", "article", "names", "search", "answer", "eval");

  @ArchTest
  static final ArchRule lucene =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "search..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..")
          .because("only search knows Lucene");

  @ArchTest
  static final ArchRule pages =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "page..", ROOT + "document..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jsoup..", "net.dankito..")
          .because("only page knows how a page is built, and Word documents come as one");

  @ArchTest
  static final ArchRule documents =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "document..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.pdfbox..", "org.commonmark..", "org.zwobble..")
          .because("only document knows the libraries for documents");

  @ArchTest
  static final ArchRule telegramLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "telegram..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.telegram..")
          .because("only telegram knows Telegram");

  @ArchTest
  static final ArchRule transliteration =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + "language.Romanization")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.ibm.icu..")
          .because("it is loaded only for what is written in another script");

  @ArchTest
  static final ArchRule network =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "telegram..", ROOT + "fetch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("okhttp3..")
          .because("only telegram and fetch call other machines");

  @ArchTest
  static final ArchRule sql =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.sqlite..")
          .because("only store knows SQL");

  @ArchTest
  static final ArchRule drawing =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "picture..")
          .or()
          .haveNameMatching(".*\\.picture\\.(Diagram|Picture|Rendering|Theme)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..", "javax.imageio..", "org.eclipse..")
          .because("only picture draws, and what goes in and comes out loads nothing of it");

  @ArchTest
  static final ArchRule noInputOrOutputInTheCore =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + "article..",
              ROOT + "text..",
              ROOT + "page..",
              ROOT + "document..",
              ROOT + "reading..",
              ROOT + "names..",
              ROOT + "language..",
              ROOT + "meetings..",
              ROOT + "search..",
              ROOT + "answer..",
              ROOT + "chat..",
              ROOT + "eval..",
              ROOT + "train..")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + "search.StoredModel")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + "search.VectorStore")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + "search.LuceneLibraryIndex")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.nio.file..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.io\\.(File.*|PrintStream)|java\\.util\\.(Random|Timer)"
                  + "|java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.security\\.SecureRandom"
                  + "|java\\.time\\.(Clock|Instant|Local.*|Zoned.*)")
          .orShould()
          .callMethodWhere(
              target(owner(name("java.lang.System")))
                  .or(target(owner(name("java.lang.Math"))).and(target(nameMatching("random"))))
                  .or(target(nameMatching("randomUUID"))))
          .orShould()
          .accessField(System.class, "out")
          .because("files, network, clock and chance are handed in at the edges");

  @ArchTest
  static final ArchRule aQuoteIsCutOutOfAnArticle =
      classes()
          .that()
          .haveFullyQualifiedName(ROOT + "article.Quote")
          .should()
          .haveOnlyPrivateConstructors()
          .because("a quote cannot be made otherwise");
}
