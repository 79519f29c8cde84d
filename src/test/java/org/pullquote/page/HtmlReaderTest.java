package org.pullquote.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Metadata;
import org.pullquote.article.Passage;
import org.pullquote.text.ReadResult;
import org.pullquote.text.ReadResult.LeftOut;
import org.pullquote.text.ReadResult.Reason;

class HtmlReaderTest {

  private static final String FIRST =
      "The mayor opened the bridge on Monday, to loud applause, after four years of work.";
  private static final String SECOND =
      "It cost four million crowns, the council said, which is twice what had been planned.";
  private static final String THIRD =
      "“It is late,” said Jane Doe, who lives nearby and crosses the river each day.";
  private static final String FOURTH =
      "Ships will pass below it from the summer on, once the old piers have been taken away.";

  private static final String PAGE =
      """
      <!doctype html><html lang="en-GB"><head><title>Mayor opens the bridge | Novy Times</title>
      <link rel="canonical" href="https://novy.example/bridge">
      <meta property="og:title" content="Mayor opens the bridge">
      <meta name="description" content="Four years late, Novy can cross its river.">
      <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "Organization", "@id": "#us", "name": "Novy Times"},
        {"@type": "NewsArticle", "headline": "Mayor opens the bridge", "publisher": {"@id": "#us"},
         "datePublished": "2026-05-04T10:00:00+02:00", "author": [{"name": "Anna Bell"}]}]}
      </script></head>
      <body><nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav>
      <main><article><h1>Mayor opens the bridge</h1>
      <p class="standfirst">Four years late, Novy can cross its river.</p>
      <div class="byline">By Anna Bell</div>
      <figure><img src="/a.jpg"><figcaption>The mayor waves. <span class="credit">Photo: Tom
      Hill/Reuters</span></figcaption></figure>
      <div class="body"><p>%s</p>
      <div class="newsletter-box"><p>Sign up to our newsletter for all the news of the town.</p></div>
      <p>%s</p><h2>What it cost</h2>
      <blockquote class="twitter-tweet"><p>My view of the bridge is a good one.</p></blockquote>
      <p>%s</p><p><a href="/more">Read more: All about bridges</a></p>
      <button><figure><picture><img data-src="https://img.example/b.jpg" src="data:x"></picture>
      <figcaption>The bridge at night (AP Photo/Lee Kim)</figcaption></figure></button>
      <p>%s</p><ul><li>two lanes</li><li>one footpath</li></ul></div></article>
      <aside><p>Another story that has nothing to do with this one, and yet is long enough.</p></aside>
      </main><footer><p>Copyright Novy Times</p></footer></body></html>
      """
          .formatted(FIRST, SECOND, THIRD, FOURTH);

  private static ReadResult read(String page) {
    return new HtmlReader(Fixtures.SENTENCES)
        .read(page.getBytes(StandardCharsets.UTF_8), null, "https://novy.example/x", Metadata.NONE);
  }

  /** A page with a body around which a part is put. */
  private static ReadResult readWith(String head, String part) {
    return read(
        "<html><head>%s</head><body><h1>Mayor opens the bridge</h1><article><p>%s</p>%s<p>%s</p></article>"
            .formatted(head, FIRST, part, SECOND));
  }

  private static List<String> passages(ReadResult result) {
    List<String> passages = new ArrayList<>();
    for (Passage passage : result.article().passages()) {
      String credit = passage.credit() == null ? "" : " | " + passage.credit();
      String image = passage.image() == null ? "" : " | " + passage.image();
      passages.add(passage.id() + ": " + passage.text() + credit + image);
    }
    return passages;
  }

  private static List<Reason> reasons(ReadResult result) {
    return result.leftOut().stream().map(LeftOut::reason).toList();
  }

  @Test
  void readsPassagesInReadingOrder() {
    assertEquals(
        List.of(
            "headline: Mayor opens the bridge",
            "standfirst: Four years late, Novy can cross its river.",
            "c1: The mayor waves. | Tom Hill/Reuters | https://novy.example/a.jpg",
            "p1: " + FIRST,
            "p2: " + SECOND,
            "p3: " + THIRD,
            "c2: The bridge at night | AP Photo/Lee Kim | https://img.example/b.jpg",
            "p4: " + FOURTH,
            "p5: two lanes",
            "p6: one footpath"),
        passages(read(PAGE)));
  }

  @Test
  void reportsWhatItLeavesOut() {
    ReadResult result = read(PAGE);
    assertTrue(
        result.leftOut().stream()
            .anyMatch(
                left -> left.text().equals("What it cost") && left.reason() == Reason.CROSSHEAD),
        () -> result.leftOut().toString());
    assertTrue(reasons(result).contains(Reason.EMBEDDED));
    assertTrue(reasons(result).contains(Reason.ELSEWHERE));
    assertTrue(
        result.leftOut().stream().allMatch(left -> left.line() > 1), () -> "" + result.leftOut());
  }

  @Test
  void readsMetadata() {
    assertEquals(
        new Metadata(
            "Mayor opens the bridge",
            "Novy Times",
            List.of("Anna Bell"),
            "2026-05-04T10:00:00+02:00",
            "https://novy.example/bridge",
            "en-GB",
            List.of()),
        read(PAGE).article().metadata());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<meta property='article:published_time' content='2026-05-04'> | 2026-05-04",
        "<meta name='DC.date.issued' content='2026-05-04'> | 2026-05-04",
        "<meta itemprop='datePublished' content='2026-05-04T01:02:03Z'> | 2026-05-04T01:02:03Z",
        "<script type='application/ld+json'>[{'@type':'WebPage','datePublished':'2026-05-04'}]</script> | 2026-05-04",
        "<meta name='date' content='soon'><time datetime='2026-05-04'>May</time> | 2026-05-04",
      })
  void findsTheDate(String head, String date) {
    assertEquals(date, readWith(head.replace('\'', '"'), "").article().metadata().published());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<meta name='author' content='By Anna Bell and Tom Hill'> | Anna Bell,Tom Hill",
        "<meta property='article:author' content='https://x.example/anna'><meta name='byl' content='By Anna Bell'> | Anna Bell",
        "<script type='application/ld+json'>{'@type':'Article','headline':'x','author':'Anna Bell'}</script> | Anna Bell",
        "<script type='application/ld+json'>{'@type':['Article'],'headline':'x','author':{'name':['Anna Bell','Tom Hill']}}</script> | Anna Bell,Tom Hill",
        "<script type='application/ld+json'>{broken</script><a rel='author'>Anna Bell</a> | Anna Bell",
      })
  void findsAuthors(String head, String authors) {
    assertEquals(
        List.of(authors.split(",")),
        readWith(head.replace('\'', '"'), "").article().metadata().authors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "<figure><img src='a.jpg'><figcaption>The mayor waves</figcaption></figure> | The mayor waves | -",
        "<figure><img src='a.jpg'><figcaption>The mayor waves <cite>(Image: PA)</cite></figcaption></figure> | The mayor waves | PA",
        "<figure><img src='a.jpg'><p class='caption'>The mayor waves</p><span class='copyright'>© Tom Hill</span></figure> | The mayor waves | Tom Hill",
        "<div class='wp-caption'><img src='a.jpg'><p class='wp-caption-text'>The mayor waves (Tom Hill/AP)</p></div> | The mayor waves | Tom Hill/AP",
        "<div><div><picture><img src='a.jpg'></picture></div><div>The mayor waves</div><div>ES</div></div> | The mayor waves | ES",
        "<figure><img src='a.jpg'><figcaption><span itemprop='caption'>The mayor waves</span><span itemprop='copyrightHolder'>Tom Hill</span></figcaption></figure> | The mayor waves | Tom Hill",
        "<figure class='gallery'><ul><li><figure><img src='a.jpg'><figcaption>The mayor waves</figcaption></figure></li></ul></figure> | The mayor waves | -",
      })
  void findsCaptionsAndCredits(String photo, String caption, String credit) {
    ReadResult result = readWith("", photo.replace('\'', '"'));
    List<Passage> captions =
        result.article().passages().stream().filter(p -> p.id().equals("c1")).toList();
    assertEquals(List.of(caption), captions.stream().map(Passage::text).toList());
    assertEquals(credit, captions.getFirst().credit());
    assertEquals(2 + 1 + 1, result.article().passages().size(), () -> "" + passages(result));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<figure><img src='a.jpg'><figcaption class='credit-only'><span class='credit'>PA</span></figcaption></figure>",
        "<div class='related'><figure><img src='a.jpg'><figcaption>Another story</figcaption></figure></div>",
        "<nav><figure><img src='a.jpg'><figcaption>Another story</figcaption></figure></nav>",
        "<p><strong>What it cost</strong></p>",
        "<p>Read more: All about bridges</p>",
        "<p>Sign up for our newsletters now and get the news first.</p>",
        "<p class='pull-quote'>The mayor opened the bridge on Monday, to loud applause</p>",
        "<p>Tom Hill/Getty Images</p>",
        "<p>Mayor opens the bridge | Novy News Loaded</p>",
        "<div>Mayor opens the bridge – The Novy Times</div>",
      })
  void leavesOutWhatIsNoPassage(String part) {
    assertEquals(
        List.of("headline: Mayor opens the bridge", "p1: " + FIRST, "p2: " + SECOND),
        passages(readWith("", part.replace('\'', '"'))));
  }

  @Test
  void readsACaptionThatStandsTwiceOnce() {
    String photo = "<figure><img src=a><figcaption>The mayor waves%s</figcaption></figure>";
    ReadResult result = readWith("", photo.formatted("") + photo.formatted(" (Tom Hill/AP)"));
    assertEquals(
        List.of("c1: The mayor waves | Tom Hill/AP | https://novy.example/a"),
        passages(result).subList(2, 3));
    assertEquals(List.of(Reason.REPEATED), reasons(result));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<br><br>", "<br>", "<br/> ", "<br>\n<br>"})
  void splitsParagraphsAtLineBreaksBehindSentences(String lineBreak) {
    ReadResult result = readWith("", "<div>" + THIRD + lineBreak + FOURTH + "<br>It rains.</div>");
    assertEquals(
        List.of("p2: " + THIRD, "p3: " + FOURTH, "p4: It rains."), passages(result).subList(2, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"It rains.<br>It pours.", "who lives nearby and crosses the river on<br>each day"})
  void leavesLinesOfOneParagraphTogether(String lines) {
    ReadResult result =
        readWith("", "<div>" + THIRD + "<br><br>" + lines + " " + FOURTH + "</div>");
    assertEquals("p3: " + lines.replace("<br>", " ") + " " + FOURTH, passages(result).get(3));
  }

  @Test
  void hidesNothingAndTurnsNothing() {
    ReadResult result = readWith("", "<p>The coun\u00adcil \u202esays\u202c it is\u200b late.</p>");
    assertEquals("p2: The council says it is late.", passages(result).get(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<p>",
        "<html><body><nav>Home</nav></body></html>",
        "<script>alert(1)</script>"
      })
  void refusesAPageWithoutAnArticle(String page) {
    assertThrows(IllegalArgumentException.class, () -> read(page));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<p><b>x",
        "<table><tr><td>",
        "<figure><figcaption>x",
        "<div class=caption>x",
        "<img src=x>",
        "<ul><li>x",
        "<svg><p>",
        "x<br><br>",
        "<a href=x>",
        "&amp;",
        "<select><option>",
      })
  void endsSoonOnAnyHeapOfTags(String tag) {
    String page = "<html><body>" + tag.repeat(10_000 / tag.split("<").length);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          try {
            read(page);
          } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().lines().count() == 1);
          }
        });
  }

  @Test
  void refusesMoreTagsThanAPageHas() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> read("<div>".repeat(3_000_000)));
    assertTrue(refusal.getMessage().startsWith("the page has 3000000 tags"));
  }
}
