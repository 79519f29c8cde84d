package org.pullquote.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses, of sightings that overlap, those that do not stand within others. */
final class Outermost {

  private Outermost() {}

  /** The longest ones, in order, not overlapping; of equals, the first. */
  static List<Sighting> of(List<Sighting> sightings) {
    List<Sighting> chosen = new ArrayList<>();
    sightings.stream()
        .sorted(
            Comparator.comparingInt(Sighting::length).reversed().thenComparingInt(Sighting::from))
        .filter(s -> chosen.stream().noneMatch(c -> c.from() < s.to() && s.from() < c.to()))
        .forEach(chosen::add);
    chosen.sort(Comparator.comparingInt(Sighting::from));
    return chosen;
  }
}
